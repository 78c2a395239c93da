import { Column, Entity, ForeignKey, Index } from 'typeorm';
import type { DeliveryChannel } from '@jiannuo/shared/notifications';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../database/columns';
import { DeliveryEntity } from './delivery.entity';

/**
 * What came of a try. `attempting` is committed before the call, so that a crash leaves an unknown outcome and never a
 * second message. `told` reached somebody, but not surely the person. `again` may be tried once more.
 */
export type AttemptOutcome = 'attempting' | 'accepted' | 'refused' | 'again' | 'unknown' | 'told';

/** One try of one channel, with what WeChat said. */
@Entity({ name: 'delivery_attempt' })
@Index('ux_delivery_attempt_number', ['deliveryId', 'number'], { unique: true })
@Index('ix_delivery_attempt_message', ['messageId'])
@Index('ix_delivery_attempt_account', ['openId', 'templateId', 'startedAt'])
export class DeliveryAttemptEntity {
  @IdColumn() id: string;
  @ForeignKey(() => DeliveryEntity, { name: 'fk_delivery_attempt_delivery', onUpdate: 'NO ACTION' })
  @ReferenceColumn('delivery_id')
  deliveryId: string;
  /** 1 for the first try of the delivery. */
  @Column({ name: 'number', type: 'integer' }) number: number;
  @TextColumn('channel', 16) channel: DeliveryChannel;
  @TextColumn('outcome', 16) outcome: AttemptOutcome;
  @TextColumn('reason', 32, { nullable: true }) reason: string | null;
  @TextColumn('open_id', 64, { nullable: true }) openId: string | null;
  @TextColumn('template_id', 64, { nullable: true }) templateId: string | null;
  @Column({ name: 'errcode', type: 'integer', nullable: true }) errcode: number | null;
  @TextColumn('rid', 64, { nullable: true }) rid: string | null;
  /** WeChat's msgid as text: it has more digits than a number can hold. */
  @TextColumn('message_id', 32, { nullable: true }) messageId: string | null;
  @InstantColumn('started_at') startedAt: string;
  @InstantColumn('ended_at', { nullable: true }) endedAt: string | null;
}
