import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A measure (措施) as it stands, with the six ones (art. 9). Its former versions are in `ledger_revision`. */
@Entity({ name: 'ledger_measure' })
@Index('ux_ledger_measure_number', ['planId', 'number'], { unique: true })
@Index('ix_ledger_measure_unit', ['unitId', 'planId'])
export class LedgerMeasureEntity {
  @IdColumn() id: string;
  @ForeignKey('ledger_plan', { name: 'fk_ledger_measure_plan', onUpdate: 'NO ACTION' })
  @ReferenceColumn('plan_id')
  planId: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('unit', { name: 'fk_ledger_measure_unit', onUpdate: 'NO ACTION' })
  @ReferenceColumn('unit_id')
  unitId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @Column({ name: 'revision', type: 'integer' }) revision: number;
  @TextColumn('task', 200) task: string;
  @TextColumn('heading_id', 64) headingId: string;
  @TextColumn('title', 200) title: string;
  @TextColumn('leader', 100) leader: string;
  @TextColumn('section', 100) section: string;
  @TextColumn('scheme', 100) scheme: string;
  @TextColumn('contact', 100) contact: string;
  /** Both empty where no number is asked. */
  @TextColumn('target_goal', 9) targetGoal: string;
  @TextColumn('target_unit', 10) targetUnit: string;
  /** When it was taken out of the plan; what happened to it stays. */
  @InstantColumn('removed_at', { nullable: true }) removedAt: Instant | null;
}
