import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { execute, insertRows } from '../../../platform/database';
import { lockedRow } from './locked-rows';

/** A browser that waits. */
export interface WaitingBrowser {
  readonly id: string;
  readonly secretHash: string;
  readonly expiresAt: Instant;
  readonly personId: string | null;
  readonly appointmentId: string | null;
  readonly collectedAt: Instant | null;
}

interface Row {
  readonly id: string;
  readonly secret_hash: string;
  readonly expires_at: Instant;
  readonly person_id: string | null;
  readonly appointment_id: string | null;
  readonly collected_at: Instant | null;
}

/** The columns of a waiting browser. */
export const BROWSER_SELECT =
  'SELECT id, secret_hash, expires_at, person_id, appointment_id, collected_at FROM desktop_sign_in WHERE id = ?';

/** One waiting browser, locked; null when there is none. */
export async function waitingBrowser(tx: EntityManager, id: string): Promise<WaitingBrowser | null> {
  const row = await lockedRow<Row>(tx, BROWSER_SELECT, [id]);
  return row === null ? null : browserOfRow(row);
}

/** The browser of a row. */
export function browserOfRow(row: Row): WaitingBrowser {
  return {
    id: row.id,
    secretHash: row.secret_hash,
    expiresAt: row.expires_at,
    personId: row.person_id,
    appointmentId: row.appointment_id,
    collectedAt: row.collected_at,
  };
}

/** Notes that a browser waits. */
export async function insertBrowser(
  tx: EntityManager,
  browser: Pick<WaitingBrowser, 'id' | 'secretHash' | 'expiresAt'>,
): Promise<void> {
  await insertRows(tx, 'desktop_sign_in', [
    {
      id: browser.id,
      secret_hash: browser.secretHash,
      expires_at: browser.expiresAt,
      person_id: null,
      appointment_id: null,
      confirmed_at: null,
      collected_at: null,
    },
  ]);
}

/** Notes who confirmed on the phone. */
export async function confirmBrowser(
  tx: EntityManager,
  id: string,
  by: { readonly personId: string; readonly appointmentId: string; readonly now: Instant },
): Promise<void> {
  const sql = 'UPDATE desktop_sign_in SET person_id = ?, appointment_id = ?, confirmed_at = ? WHERE id = ?';
  await execute(tx, sql, [by.personId, by.appointmentId, by.now, id]);
}

/** Notes that the browser has its session. */
export async function collectBrowser(tx: EntityManager, id: string, now: Instant): Promise<void> {
  await execute(tx, 'UPDATE desktop_sign_in SET collected_at = ? WHERE id = ?', [now, id]);
}
