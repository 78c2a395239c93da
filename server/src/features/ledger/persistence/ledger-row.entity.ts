import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { DateText, Instant, Period } from '@jiannuo/shared/kernel';
import type { Evidence, RatioFigures, RowState } from '@jiannuo/shared/ledger';
import {
  DateColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  PeriodColumn,
  ReferenceColumn,
  TextColumn,
} from '../../../platform/database/columns';

/** One month of one measure as it stands: the plan, and how it went. Its former versions are in `ledger_revision`. */
@Entity({ name: 'ledger_row' })
@Index('ux_ledger_row_period', ['measureId', 'period'], { unique: true })
@Index('ix_ledger_row_group_period', ['groupId', 'period', 'unitId'])
@Index('ix_ledger_row_unit', ['unitId', 'period'])
export class LedgerRowEntity {
  @IdColumn() id: string;
  @ForeignKey('ledger_measure', { name: 'fk_ledger_row_measure', onUpdate: 'NO ACTION' })
  @ReferenceColumn('measure_id')
  measureId: string;
  @ReferenceColumn('group_id') groupId: string;
  /** Who answered for it; a scored month keeps its unit when the measure goes to another. */
  @ForeignKey('unit', { name: 'fk_ledger_row_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @PeriodColumn('period') period: Period;
  @Column({ name: 'revision', type: 'integer' }) revision: number;
  @TextColumn('state', 16) state: RowState;
  @TextColumn('goal', 500) goal: string;
  @TextColumn('timetable', 200) timetable: string;
  @DateColumn('node_on', { nullable: true }) nodeOn: DateText | null;
  @Column({ name: 'route', type: 'text' }) route: string;
  @Column({ name: 'detail', type: 'text' }) detail: string;
  @Column({ name: 'work', type: 'text' }) work: string;
  @Column({ name: 'result', type: 'text' }) result: string;
  @TextColumn('figure', 9) figure: string;
  @TextColumn('returned_reason', 200) returnedReason: string;
  @JsonColumn('evidence') evidence: readonly Evidence[];
  @JsonColumn('ratio', { nullable: true }) ratio: RatioFigures | null;
  @InstantColumn('changed_at') changedAt: Instant;
  /** Whether a score rests on it; from then on only corrections are added. The journal says when. */
  @Column({ name: 'is_scored', type: 'boolean', default: false }) isScored: boolean;
  @InstantColumn('removed_at', { nullable: true }) removedAt: Instant | null;
}
