import { Entity, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A desktop browser that waits for its user to confirm on the phone. */
@Entity('desktop_sign_in')
@Index('ix_desktop_sign_in_expires_at', ['expiresAt'])
export class DesktopSignInEntity {
  /** Also the scene of the mini program code, so at most 32 visible characters. */
  @IdColumn('id', 32) id: string;

  /** SHA-256 of the secret that only the browser holds. */
  @TextColumn('secret_hash', 64) secretHash: string;

  @InstantColumn('expires_at') expiresAt: Instant;

  @ReferenceColumn('person_id', { nullable: true }) personId: string | null;

  @ReferenceColumn('appointment_id', { nullable: true }) appointmentId: string | null;

  @InstantColumn('confirmed_at', { nullable: true }) confirmedAt: Instant | null;

  /** When the browser fetched its session; it can do so once. */
  @InstantColumn('collected_at', { nullable: true }) collectedAt: Instant | null;
}
