import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from '../database/columns';

/** A time in which nobody could reach the platform (M11): from the last heartbeat to the next. */
@Entity({ name: 'outage' })
@Index('ix_outage_ended', ['endedAt'])
export class OutageEntity {
  @IdColumn() id: string;
  @InstantColumn('began_at') beganAt: string;
  @InstantColumn('ended_at') endedAt: string;
  @TextColumn('cause', 200) cause: string;
}
