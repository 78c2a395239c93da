import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { execute, insertRows } from '../../../platform/database';
import { lockedRow, lockedRows } from './locked-rows';

/** What an unbound account has proven so far. */
export interface TicketFacts {
  readonly id: string;
  readonly appId: string;
  readonly openId: string;
  readonly personId: string | null;
  readonly inviteId: string | null;
  readonly wrongTries: number;
  readonly expiresAt: Instant;
}

interface Row {
  readonly id: string;
  readonly app_id: string;
  readonly open_id: string;
  readonly person_id: string | null;
  readonly invite_id: string | null;
  readonly wrong_tries: number;
  readonly expires_at: Instant;
}

/** The ticket with a token's hash, locked; null when there is none. */
export async function ticketWithHash(tx: EntityManager, tokenHash: string): Promise<TicketFacts | null> {
  const sql = `SELECT id, app_id, open_id, person_id, invite_id, wrong_tries, expires_at
    FROM sign_in_ticket WHERE token_hash = ?`;
  const row = await lockedRow<Row>(tx, sql, [tokenHash]);
  if (row === null) return null;
  return {
    id: row.id,
    appId: row.app_id,
    openId: row.open_id,
    personId: row.person_id,
    inviteId: row.invite_id,
    wrongTries: row.wrong_tries,
    expiresAt: row.expires_at,
  };
}

/** Hands out a ticket. */
export async function insertTicket(
  tx: EntityManager,
  ticket: Pick<TicketFacts, 'id' | 'appId' | 'openId' | 'expiresAt'> & {
    readonly tokenHash: string;
    readonly now: Instant;
  },
): Promise<void> {
  await insertRows(tx, 'sign_in_ticket', [
    {
      id: ticket.id,
      token_hash: ticket.tokenHash,
      app_id: ticket.appId,
      open_id: ticket.openId,
      person_id: null,
      invite_id: null,
      wrong_tries: 0,
      created_at: ticket.now,
      expires_at: ticket.expiresAt,
    },
  ]);
}

/** Wrong codes that an account entered on tickets since `since`, whichever ticket it was. */
export async function wrongTriesSince(tx: EntityManager, openId: string, since: Instant): Promise<number> {
  const sql = 'SELECT wrong_tries FROM sign_in_ticket WHERE open_id = ? AND created_at > ?';
  const rows = await lockedRows<{ wrong_tries: number }>(tx, sql, [openId, since]);
  return rows.reduce((sum, row) => sum + row.wrong_tries, 0);
}

/** Counts one more wrong code. */
export async function countWrongTry(tx: EntityManager, id: string): Promise<void> {
  await execute(tx, 'UPDATE sign_in_ticket SET wrong_tries = wrong_tries + 1 WHERE id = ?', [id]);
}

/** Notes the listed person whose number WeChat proved, or null when the number is not on the list. */
export async function noteProvenPerson(tx: EntityManager, id: string, personId: string | null): Promise<void> {
  await execute(tx, 'UPDATE sign_in_ticket SET person_id = ? WHERE id = ?', [personId, id]);
}

/** Takes back what the tickets of a person's number have proven: the number on the list is another one now. */
export async function forgetProvenPerson(tx: EntityManager, personId: string): Promise<void> {
  await execute(tx, 'UPDATE sign_in_ticket SET person_id = NULL WHERE person_id = ?', [personId]);
}

/** Notes the code that was entered rightly. */
export async function noteInvite(tx: EntityManager, id: string, inviteId: string): Promise<void> {
  await execute(tx, 'UPDATE sign_in_ticket SET invite_id = ? WHERE id = ?', [inviteId, id]);
}
