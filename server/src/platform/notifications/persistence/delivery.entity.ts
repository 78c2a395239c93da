import { Column, Entity, Index } from 'typeorm';
import type { MessagePurpose, ReminderState } from '@jiannuo/shared/notifications';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../database/columns';

/** One message to one person about one or more things. It always ends delivered, already done, or on the call list. */
@Entity({ name: 'delivery' })
@Index('ix_delivery_group', ['groupId', 'state', 'updatedAt'])
@Index('ix_delivery_state', ['state', 'updatedAt'])
export class DeliveryEntity {
  @IdColumn() id: string;
  @ReferenceColumn('group_id') groupId: string;
  @ReferenceColumn('unit_id') unitId: string;
  /** Empty when the unit has nobody in the post that should hear of it. */
  @ReferenceColumn('appointment_id') appointmentId: string;
  @TextColumn('purpose', 16) purpose: MessagePurpose;
  @TextColumn('subject_kind', 16) subjectKind: string;
  @TextColumn('state', 16) state: ReminderState;
  /** Why it is on the call list. */
  @TextColumn('reason', 32, { nullable: true }) reason: string | null;
  @TextColumn('about', 200) about: string;
  /** Asked for by a person's own tap, which quiet hours do not hold back. */
  @Column({ name: 'is_personal', type: 'boolean' }) isPersonal: boolean;
  @InstantColumn('send_at') sendAt: string;
  /** From this instant on it is of no use to its reader. */
  @InstantColumn('stale_at', { nullable: true }) staleAt: string | null;
  @ReferenceColumn('notice_id', { nullable: true }) noticeId: string | null;
  @InstantColumn('created_at') createdAt: string;
  @InstantColumn('updated_at') updatedAt: string;
}
