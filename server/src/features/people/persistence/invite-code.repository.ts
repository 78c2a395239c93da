import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { InvitePurpose, Successor } from '@jiannuo/shared/people';
import { execute, insertRows } from '../../../platform/database';
import { lockedRow } from './locked-rows';

/** A code that was made, without the code. */
export interface StoredInvite {
  readonly id: string;
  readonly codeHash: string;
  readonly appointmentId: string;
  readonly purpose: InvitePurpose;
  readonly successor: Successor | null;
  readonly madeBy: string;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

interface Row {
  readonly id: string;
  readonly code_hash: string;
  readonly appointment_id: string;
  readonly purpose: InvitePurpose;
  readonly successor: string | null;
  readonly made_by: string;
  readonly expires_at: Instant;
  readonly used_at: Instant | null;
}

const SELECT = `SELECT id, code_hash, appointment_id, purpose, successor, made_by, expires_at, used_at FROM invite_code`;

/** The code with a hash, locked; null when it was never made. */
export async function inviteWithHash(tx: EntityManager, codeHash: string): Promise<StoredInvite | null> {
  return inviteOf(await lockedRow<Row>(tx, `${SELECT} WHERE code_hash = ?`, [codeHash]));
}

/** One code by its id, locked; null when there is none. */
export async function inviteById(tx: EntityManager, id: string): Promise<StoredInvite | null> {
  return inviteOf(await lockedRow<Row>(tx, `${SELECT} WHERE id = ?`, [id]));
}

/** Keeps a new code. Older ones for the same appointment can no longer be used. */
export async function insertInvite(tx: EntityManager, invite: StoredInvite, now: Instant): Promise<void> {
  const cancel = 'UPDATE invite_code SET used_at = ? WHERE appointment_id = ? AND used_at IS NULL';
  await execute(tx, cancel, [now, invite.appointmentId]);
  await insertRows(tx, 'invite_code', [
    {
      id: invite.id,
      code_hash: invite.codeHash,
      appointment_id: invite.appointmentId,
      purpose: invite.purpose,
      successor: invite.successor === null ? null : JSON.stringify(invite.successor),
      made_by: invite.madeBy,
      expires_at: invite.expiresAt,
      used_at: null,
    },
  ]);
}

/** Uses a code up. */
export async function useInvite(tx: EntityManager, id: string, now: Instant): Promise<void> {
  await execute(tx, 'UPDATE invite_code SET used_at = ? WHERE id = ? AND used_at IS NULL', [now, id]);
}

function inviteOf(row: Row | null): StoredInvite | null {
  if (row === null) return null;
  return {
    id: row.id,
    codeHash: row.code_hash,
    appointmentId: row.appointment_id,
    purpose: row.purpose,
    successor: row.successor === null ? null : (JSON.parse(row.successor) as Successor),
    madeBy: row.made_by,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}
