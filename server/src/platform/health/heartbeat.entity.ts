import { Entity } from 'typeorm';
import { IdColumn, InstantColumn } from '../database/columns';

/** When any server last proved something: that the platform was up, or that the database keeps what is written. One row each. */
@Entity({ name: 'heartbeat' })
export class HeartbeatEntity {
  @IdColumn('name', 64) name: string;
  @InstantColumn('beat_at') beatAt: string;
}
