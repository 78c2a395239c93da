import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { MatterKind, MatterState } from '@jiannuo/shared/coordination';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A matter of the register (art. 1): what a unit raised, and where that stands. Its words never change. */
@Entity({ name: 'matter' })
@Index('ix_matter_group', ['groupId', 'state', 'movedAt'])
@Index('ux_matter_problem', ['reportId', 'problemId'], { unique: true })
export class MatterEntity {
  @IdColumn() id: string;
  @ForeignKey('working_group', { name: 'fk_matter_group', onUpdate: 'NO ACTION' })
  @ReferenceColumn('group_id')
  groupId: string;
  /** The unit that raised it. */
  @ForeignKey('unit', { name: 'fk_matter_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @TextColumn('kind', 24) kind: MatterKind;
  @TextColumn('state', 16) state: MatterState;
  @Column({ name: 'is_urgent', type: 'boolean' }) isUrgent: boolean;
  @TextColumn('title', 60) title: string;
  @Column({ name: 'facts', type: 'text' }) facts: string;
  @TextColumn('indicator', 100) indicator: string;
  @Column({ name: 'wish', type: 'text' }) wish: string;
  /** The report with the problem that was raised, and that problem; each is raised once. */
  @ReferenceColumn('report_id', { nullable: true }) reportId: string | null;
  @TextColumn('problem_id', 40, { nullable: true }) problemId: string | null;
  @ReferenceColumn('raised_by') raisedBy: string;
  @InstantColumn('raised_at') raisedAt: Instant;
  /** When somebody of another unit first said or did something. */
  @InstantColumn('answered_at', { nullable: true }) answeredAt: Instant | null;
  @ReferenceColumn('doer_unit_id', { nullable: true }) doerUnitId: string | null;
  @ReferenceColumn('obligation_id', { nullable: true }) obligationId: string | null;
  /** Set when it is closed: until then the unit that raised it can say that it is not solved. */
  @InstantColumn('reopen_until', { nullable: true }) reopenUntil: Instant | null;
  @InstantColumn('moved_at') movedAt: Instant;
}
