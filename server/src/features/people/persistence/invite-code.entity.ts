import { Entity, ForeignKey, Index } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { InvitePurpose, Successor } from '@jiannuo/shared/people';
import { AppointmentEntity } from './appointment.entity';
import { IdColumn, InstantColumn, JsonColumn, ReferenceColumn, TextColumn } from '../../../platform/database/columns';

/** A single-use code, kept only as a slow hash. */
@Entity('invite_code')
@Index('ux_invite_code_hash', ['codeHash'], { unique: true })
@Index('ix_invite_code_appointment', ['appointmentId', 'usedAt'])
export class InviteCodeEntity {
  @IdColumn() id: string;

  @TextColumn('code_hash', 64) codeHash: string;

  @ForeignKey(() => AppointmentEntity, {
    name: 'fk_invite_code_appointment',
    onUpdate: 'NO ACTION',
    onDelete: 'NO ACTION',
  })
  @ReferenceColumn('appointment_id')
  appointmentId: string;

  @TextColumn('purpose', 16) purpose: InvitePurpose;

  /** Who takes over, as the present officer entered it; null when not named, or when nothing is handed over. */
  @JsonColumn('successor', { nullable: true }) successor: Successor | null;

  /** Who made it, by post, as the list of appointments will say it. */
  @TextColumn('made_by', 100) madeBy: string;

  @InstantColumn('expires_at') expiresAt: Instant;

  /** When it was used, or cancelled by a newer one. */
  @InstantColumn('used_at', { nullable: true }) usedAt: Instant | null;
}
