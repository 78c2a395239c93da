import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { AssessmentState } from '@jiannuo/shared/assessment';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, PeriodColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A county’s month of assessment (考评, annex 2): one record a month, whatever happens to it. */
@Entity({ name: 'assessment' })
@Index('ux_assessment_unit_period', ['groupId', 'unitId', 'period'], { unique: true })
@Index('ux_assessment_obligation', ['obligationId'], { unique: true })
@Index('ix_assessment_group_period', ['groupId', 'period'])
export class AssessmentEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('unit', { name: 'fk_assessment_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @PeriodColumn('period') period: Period;
  @ForeignKey('obligation', { name: 'fk_assessment_obligation', onUpdate: 'NO ACTION' })
  @ReferenceColumn('obligation_id')
  obligationId: string;
  @TextColumn('state', 16) state: AssessmentState;
  @Column({ name: 'current_sheet', type: 'integer' }) currentSheet: number;
  @Column({ name: 'current_review', type: 'integer' }) currentReview: number;
  @InstantColumn('objection_closes_at', { nullable: true }) objectionClosesAt: Instant | null;
  @Column({ name: 'version', type: 'integer' }) version: number;
  @InstantColumn('opened_at') openedAt: Instant;
  @InstantColumn('published_at', { nullable: true }) publishedAt: Instant | null;
  /** Until when what fell due after 通报 has been looked at; null where nothing has. */
  @InstantColumn('overdue_seen_at', { nullable: true }) overdueSeenAt: Instant | null;
}
