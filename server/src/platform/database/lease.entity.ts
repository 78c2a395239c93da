import { Entity } from 'typeorm';
import { IdColumn, InstantColumn, TextColumn } from './columns';

/** Work that one server at a time may do: who does it, and until when he is believed. */
@Entity({ name: 'lease' })
export class LeaseEntity {
  @IdColumn('name', 64) name: string;
  @TextColumn('owner', 64) owner: string;
  @InstantColumn('expires_at') expiresAt: string;
}
