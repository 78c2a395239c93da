import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { InspectionEvent } from '@jiannuo/shared/inspections';
import type { Evidence } from '@jiannuo/shared/reporting';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** Something that was done to an inspection or a finding, with what was said. Rows are only ever added. */
@Entity({ name: 'inspection_event' })
@Index('ix_inspection_event_inspection', ['inspectionId', 'at'])
@Index('ix_inspection_event_finding', ['findingId', 'at'])
export class InspectionEventEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('inspection', { name: 'fk_inspection_event_inspection', onUpdate: 'NO ACTION' })
  @ReferenceColumn('inspection_id')
  inspectionId: string;
  /** Null for what was done to the inspection itself. */
  @ForeignKey('inspection_finding', { name: 'fk_inspection_event_finding', onUpdate: 'NO ACTION' })
  @ReferenceColumn('finding_id', { nullable: true })
  findingId: string | null;
  @TextColumn('action', 24) action: InspectionEvent['action'];
  @Column({ name: 'text', type: 'text' }) text: string;
  @JsonColumn('evidence') evidence: readonly Evidence[];
  @InstantColumn('due_at', { nullable: true }) dueAt: Instant | null;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  /** When it really happened; earlier than `at` where the lead unit entered it. */
  @InstantColumn('happened_at') happenedAt: Instant;
  @InstantColumn('at') at: Instant;
}
