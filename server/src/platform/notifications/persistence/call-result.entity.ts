import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../database/columns';
import { DeliveryEntity } from './delivery.entity';

/** What a telephone call came to. Added, never changed; the last one stands. */
@Entity({ name: 'call_result' })
@Index('ix_call_result_delivery', ['deliveryId', 'at'])
export class CallResultEntity {
  @IdColumn() id: string;
  @ForeignKey(() => DeliveryEntity, { name: 'fk_call_result_delivery', onUpdate: 'NO ACTION' })
  @ReferenceColumn('delivery_id')
  deliveryId: string;
  @TextColumn('text', 200) text: string;
  @InstantColumn('at') at: string;
  @ReferenceColumn('appointment_id') appointmentId: string;
  @TextColumn('by_name', 50) byName: string;
  /** Whether the call got through; null where nobody said. */
  @Column({ name: 'is_reached', type: 'boolean', nullable: true }) isReached: boolean | null;
}
