import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { FeedbackMessage, FeedbackParty } from '@jiannuo/shared/feedback';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** One thing that was written or decided about an entry. Rows are only ever added. */
@Entity({ name: 'feedback_message' })
@Index('ix_feedback_message_feedback', ['feedbackId', 'at'])
export class FeedbackMessageEntity {
  @IdColumn() id: string;
  @ForeignKey('feedback', { name: 'fk_feedback_message_feedback', onUpdate: 'NO ACTION' })
  @ReferenceColumn('feedback_id')
  feedbackId: string;
  @TextColumn('party', 8) party: FeedbackParty;
  @TextColumn('action', 8) action: FeedbackMessage['action'];
  @Column({ name: 'body', type: 'text' }) body: string;
  @ReferenceColumn('by_appointment_id') byAppointmentId: string;
  @TextColumn('by_name', 100) byName: string;
  @TextColumn('by_unit_name', 100) byUnitName: string;
  @InstantColumn('at') at: Instant;
}
