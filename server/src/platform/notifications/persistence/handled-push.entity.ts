import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn } from '../../database/columns';

/** A push of WeChat that was handled; the same one again is passed over. */
@Entity({ name: 'handled_push' })
@Index('ix_handled_push_kept', ['keptUntil'])
export class HandledPushEntity {
  /** SHA-256 of the stamp that WeChat signed. */
  @IdColumn('digest', 64) digest: string;
  @InstantColumn('kept_until') keptUntil: string;
}
