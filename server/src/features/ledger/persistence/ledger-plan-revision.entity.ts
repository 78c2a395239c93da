import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A change of plan by the lead unit: why, by whom, from which file. Rows are only ever added. */
@Entity({ name: 'ledger_plan_revision' })
@Index('ux_ledger_plan_revision_number', ['planId', 'number'], { unique: true })
export class LedgerPlanRevisionEntity {
  @IdColumn() id: string;
  @ForeignKey('ledger_plan', { name: 'fk_ledger_plan_revision_plan', onUpdate: 'NO ACTION' })
  @ReferenceColumn('plan_id')
  planId: string;
  /** The plan's revision that this change made. */
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('reason', 200) reason: string;
  /** The imported file, kept as it came; null for a single measure and for the command line. */
  @ReferenceColumn('attachment_id', { nullable: true }) attachmentId: string | null;
  @Column({ name: 'added', type: 'integer' }) added: number;
  @Column({ name: 'changed', type: 'integer' }) changed: number;
  @Column({ name: 'removed', type: 'integer' }) removed: number;
  @ReferenceColumn('by_appointment_id', { nullable: true }) byAppointmentId: string | null;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
}
