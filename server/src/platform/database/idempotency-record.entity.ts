import { Column, Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from './columns';

/** What a write with a key answered, so that the same write asked again answers the same and changes nothing. */
@Entity({ name: 'idempotency_record' })
@Index('ux_idempotency_record_key', ['appointmentId', 'key', 'step'], { unique: true })
@Index('ix_idempotency_record_at', ['recordedAt'])
export class IdempotencyRecordEntity {
  @IdColumn() id: string;
  @ReferenceColumn('appointment_id') appointmentId: string;
  @TextColumn('request_key', 64) key: string;
  @Column({ name: 'step', type: 'integer' }) step: number;
  @TextColumn('request_hash', 64) requestHash: string;
  @Column({ name: 'result', type: 'simple-json' }) result: unknown;
  @InstantColumn('recorded_at') recordedAt: string;
}
