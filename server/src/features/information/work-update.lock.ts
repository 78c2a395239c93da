import type { EntityManager } from 'typeorm';
import type { StandingMark, WorkUpdateState } from '@jiannuo/shared/information';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { forUpdate, rowsIn } from '../../platform/database';
import { allowedOr, DomainError } from '../../platform/http';
import { checkedScope, type Actor, type Scope } from '../../platform/identity';

/** A work update, locked until the transaction ends. */
export interface LockedUpdate {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
  readonly state: WorkUpdateState;
  readonly currentVersion: number;
  readonly sentAt: Instant;
  readonly openedAt: Instant | null;
  readonly title: string;
  /** The bulletin in which it stands; null while it is in none. */
  readonly bulletinId: string | null;
}

const SQL = `SELECT u.id, u.group_id AS groupId, u.unit_id AS unitId, u.period, u.state,
    u.current_version AS currentVersion, u.sent_at AS sentAt, u.opened_at AS openedAt, v.title
  FROM work_update u
  JOIN work_update_version v ON v.work_update_id = u.id AND v.number = u.current_version
  WHERE u.id = ? AND u.group_id = ? AND (? IS NULL OR u.unit_id = ?)`;

/** Locks and reads a work update. What is missing and what lies outside the scope look alike. */
export async function lockUpdate(tx: EntityManager, scope: Scope, id: string): Promise<LockedUpdate> {
  const { groupId, unitId } = checkedScope(scope);
  const lock = forUpdate(tx);
  const parameters = [id, groupId, unitId, unitId];
  const [update] = await rowsIn<Omit<LockedUpdate, 'bulletinId'>>(tx, SQL + lock, parameters);
  if (update === undefined) throw DomainError.notFound('information.not-found');
  // A statement of its own: one that waited for the lock would still see what stood before.
  const place = 'SELECT bulletin_id AS id FROM bulletin_item WHERE work_update_id = ?';
  const [bulletin] = await rowsIn<{ id: string }>(tx, place, [id]);
  return { ...update, bulletinId: bulletin?.id ?? null };
}

/** The asker's part in a decision about a work update. */
export function asked(
  actor: Actor,
  update: { readonly unitId: string; readonly bulletinId: string | null },
): { readonly role: Actor['role']; readonly isOwn: boolean; readonly isInBulletin: boolean } {
  return { role: actor.role, isOwn: actor.unitId === update.unitId, isInBulletin: update.bulletinId !== null };
}

/** A mark that stands, with its own id. */
export interface KeptMark extends StandingMark {
  readonly id: string;
}

/** The marks that stand on a locked work update, the earliest first, and how many were ever made. */
export async function marksIn(
  tx: EntityManager,
  updateId: string,
): Promise<{ readonly standing: readonly KeptMark[]; readonly made: number }> {
  const rows = await rowsIn<KeptMark & { readonly withdrawnAt: Instant | null }>(
    tx,
    `SELECT id, number, kind, adopter, credited_period AS creditedPeriod, withdrawn_at AS withdrawnAt
     FROM work_update_mark WHERE work_update_id = ? ORDER BY number`,
    [updateId],
  );
  return { standing: rows.filter(({ withdrawnAt }) => withdrawnAt === null), made: rows.length };
}

/** The value of a decision, or the error that the caller is answered with. */
export const allowed = allowedOr({
  forbidden: ['information.own-update'],
  conflict: ['information.already-marked', 'information.already-in-bulletin'],
});
