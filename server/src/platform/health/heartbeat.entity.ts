import { Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../database/columns';

/** When any server last proved that the platform was up. One row. */
@Entity({ name: 'heartbeat' })
export class HeartbeatEntity {
  @IdColumn('name', 64) name: string;
  @InstantColumn('beat_at') beatAt: string;
}
