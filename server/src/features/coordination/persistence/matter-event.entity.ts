import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { MatterEvent } from '@jiannuo/shared/coordination';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** Something that was done to a matter, with what was said. Rows are only ever added. */
@Entity({ name: 'matter_event' })
@Index('ix_matter_event_matter', ['matterId', 'at'])
export class MatterEventEntity {
  @IdColumn() id: string;
  @ForeignKey('matter', { name: 'fk_matter_event_matter', onUpdate: 'NO ACTION' })
  @ReferenceColumn('matter_id')
  matterId: string;
  @TextColumn('action', 16) action: MatterEvent['action'];
  @Column({ name: 'text', type: 'text' }) text: string;
  @TextColumn('doer_name', 100, { nullable: true }) doerName: string | null;
  @InstantColumn('due_at', { nullable: true }) dueAt: Instant | null;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
}
