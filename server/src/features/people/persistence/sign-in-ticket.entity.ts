import { Column, Entity, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { IdColumn, InstantColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/**
 * What an unbound WeChat account holds while it finds its appointment. The phone number WeChat gave is never stored:
 * only the listed person it matched, so nothing stays of someone who is not on the list.
 */
@Entity('sign_in_ticket')
@Index('ux_sign_in_ticket_hash', ['tokenHash'], { unique: true })
@Index('ix_sign_in_ticket_open_id', ['openId', 'createdAt'])
@Index('ix_sign_in_ticket_expires_at', ['expiresAt'])
export class SignInTicketEntity {
  @IdColumn() id: string;

  @TextColumn('token_hash', 64) tokenHash: string;

  @TextColumn('app_id', 32) appId: string;

  @TextColumn('open_id', 64) openId: string;

  /** The listed person whose phone number is this account's. */
  @ReferenceColumn('person_id', { nullable: true }) personId: string | null;

  /** The invite code that was entered and was right. */
  @ReferenceColumn('invite_id', { nullable: true }) inviteId: string | null;

  @Column({ name: 'wrong_tries', type: 'integer' }) wrongTries: number;

  @InstantColumn('created_at') createdAt: Instant;

  @InstantColumn('expires_at') expiresAt: Instant;
}
