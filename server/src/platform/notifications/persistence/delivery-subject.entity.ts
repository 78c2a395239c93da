import { Entity, ForeignKey, Index } from 'typeorm';
import type { ReminderState } from '@jiannuo/shared/notifications';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../database/columns';
import { DeliveryEntity } from './delivery.entity';

/** One thing that a delivery tells of. A person hears of one thing once per slot, however many servers run. */
@Entity({ name: 'delivery_subject' })
@Index('ux_delivery_subject_once', ['subjectId', 'slot', 'appointmentId'], { unique: true })
@Index('ix_delivery_subject_delivery', ['deliveryId'])
export class DeliverySubjectEntity {
  @IdColumn() id: string;
  @ForeignKey(() => DeliveryEntity, { name: 'fk_delivery_subject_delivery', onUpdate: 'NO ACTION' })
  @ReferenceColumn('delivery_id')
  deliveryId: string;
  @TextColumn('subject_id', 26) subjectId: string;
  /** What the message is the only one of: a rung of the plan for a due time, a tap, a return. */
  @TextColumn('slot', 96) slot: string;
  @ReferenceColumn('appointment_id') appointmentId: string;
  @TextColumn('state', 16) state: ReminderState;
  @TextColumn('title', 100) title: string;
  @InstantColumn('due_at') dueAt: string;
  @InstantColumn('updated_at') updatedAt: string;
}
