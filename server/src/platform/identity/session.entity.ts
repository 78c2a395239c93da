import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../database/columns';

/** A device that is signed in. Only a hash of its token is kept. */
@Entity({ name: 'session' })
@Index('ux_session_token_hash', ['tokenHash'], { unique: true })
@Index('ix_session_person', ['personId'])
@Index('ix_session_appointment', ['appointmentId'])
export class SessionEntity {
  @IdColumn() id: string;
  @TextColumn('token_hash', 64) tokenHash: string;
  @ReferenceColumn('person_id') personId: string;
  @ReferenceColumn('appointment_id') appointmentId: string;
  @TextColumn('device', 16) device: string;
  @InstantColumn('opened_at') openedAt: string;
  @InstantColumn('seen_at') seenAt: string;
  @InstantColumn('expires_at') expiresAt: string;
  @InstantColumn('ends_at') endsAt: string;
  @InstantColumn('revoked_at', { nullable: true }) revokedAt: string | null;
}
