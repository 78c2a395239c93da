import { Column } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/**
 * What was said about something that the lead unit entered (代录): the unit's objection (异议), or the lead unit's
 * correction of the time of receipt, which keeps the time before it and the time after it. Rows are only ever added.
 */
export abstract class EntryNoteColumns {
  @IdColumn() id: string;
  @TextColumn('kind', 16) kind: 'objection' | 'correction';
  @Column({ name: 'body', type: 'text' }) body: string;
  @InstantColumn('from_received_at', { nullable: true }) fromReceivedAt: Instant | null;
  @InstantColumn('to_received_at', { nullable: true }) toReceivedAt: Instant | null;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
}
