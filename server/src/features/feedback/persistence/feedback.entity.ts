import { Entity, ForeignKey, Index } from 'typeorm';
import type { FeedbackKind, FeedbackState } from '@jiannuo/shared/feedback';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** One complaint, suggestion or call for help (投诉建议). It belongs to its writer, not to the writer's unit. */
@Entity({ name: 'feedback' })
@Index('ix_feedback_person', ['groupId', 'personId', 'changedAt'])
@Index('ix_feedback_state', ['groupId', 'state', 'changedAt'])
export class FeedbackEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ForeignKey('person', { name: 'fk_feedback_person', onUpdate: 'NO ACTION' })
  @ReferenceColumn('person_id')
  personId: string;
  /** Whose inbox the answers go to. */
  @ForeignKey('appointment', { name: 'fk_feedback_appointment', onUpdate: 'NO ACTION' })
  @ReferenceColumn('appointment_id')
  appointmentId: string;
  @TextColumn('kind', 16) kind: FeedbackKind;
  @TextColumn('state', 16) state: FeedbackState;
  @TextColumn('contact', 100) contact: string;
  @InstantColumn('written_at') writtenAt: Instant;
  @InstantColumn('changed_at') changedAt: Instant;
}
