import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** What was sent, as it was. Rows are added and never changed, but for the mark that one was taken back. */
@Entity({ name: 'work_update_version' })
@Index('ux_work_update_version_number', ['workUpdateId', 'number'], { unique: true })
export class WorkUpdateVersionEntity {
  @IdColumn() id: string;
  @ForeignKey('work_update', { name: 'fk_work_update_version_update', onUpdate: 'NO ACTION' })
  @ReferenceColumn('work_update_id')
  workUpdateId: string;
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('title', 200) title: string;
  @Column({ name: 'text', type: 'text' }) text: string;
  @Column({ name: 'characters', type: 'integer' }) characters: number;
  @JsonColumn('evidence') evidence: readonly Evidence[];
  @Column({ name: 'evidence_count', type: 'integer' }) evidenceCount: number;
  @InstantColumn('sent_at') sentAt: Instant;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @InstantColumn('taken_back_at', { nullable: true }) takenBackAt: Instant | null;
}
