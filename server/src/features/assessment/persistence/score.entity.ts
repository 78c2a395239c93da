import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import {
  IdColumn,
  InstantColumn,
  JsonColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** A month’s score as it was fixed (定稿), or corrected later (更正), with the case that gives it for ever. Rows are only added. */
@Entity({ name: 'score' })
@Index('ux_score_number', ['assessmentId', 'number'], { unique: true })
@Index('ix_score_group_period', ['groupId', 'period'])
@Index('ix_score_unit_period', ['unitId', 'period'])
export class ScoreEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ReferenceColumn('unit_id') unitId: string;
  @PeriodColumn('period') period: Period;
  @ForeignKey('assessment', { name: 'fk_score_assessment', onUpdate: 'NO ACTION' })
  @ReferenceColumn('assessment_id')
  assessmentId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('kind', 16) kind: 'final' | 'correction';
  @TextColumn('regulation', 40) regulation: string;
  @JsonColumn('rulings') rulings: unknown;
  @JsonColumn('score_case') scoreCase: unknown;
  @JsonColumn('result') result: unknown;
  @TextColumn('raw_exact', 200) rawExact: string;
  @Column({ name: 'raw_hundredths', type: 'integer' }) rawHundredths: number;
  @Column({ name: 'score_hundredths', type: 'integer' }) scoreHundredths: number;
  /** What a correction said of each thing, with its reasons; null where it is none. */
  @JsonColumn('review', { nullable: true }) review: unknown;
  /** What the records said when it was corrected, to be told from what they say later; null where it is none. */
  @JsonColumn('records', { nullable: true }) records: unknown;
  @TextColumn('reason', 800) reason: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
}
