import type { EntityManager } from 'typeorm';
import type { ApplicationCategory, ApplicationState, Credit, MonthVerdict } from '@jiannuo/shared/applications';
import type { Period } from '@jiannuo/shared/kernel';
import { lockRow, rowsIn } from '../../platform/database';
import { allowedOr, DomainError } from '../../platform/http';
import { checkedScope, type Actor, type Scope } from '../../platform/identity';

/** An application, locked until the transaction ends. */
export interface LockedApplication {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly year: number;
  readonly category: ApplicationCategory;
  readonly credit: Credit;
  readonly fromPeriod: Period | null;
  /** The first month to which it counts no more; null while it goes on. */
  readonly endedFrom: Period | null;
  readonly title: string;
  readonly state: ApplicationState;
  /** The application that came after it; null while there is none. */
  readonly laterId: string | null;
}

const SQL = `SELECT a.id, a.group_id AS groupId, a.unit_id AS unitId, a.year, a.category, a.credit,
    a.from_period AS fromPeriod, a.title, a.state, l.id AS laterId,
    (SELECT MIN(e.ended_from) FROM application_decision e WHERE e.application_id = a.id) AS endedFrom
  FROM application a LEFT JOIN application l ON l.earlier_id = a.id
  WHERE a.id = ? AND a.group_id = ? AND (? IS NULL OR a.unit_id = ?)`;

/** Locks and reads an application. What is missing and what lies outside the scope look alike. */
export async function lockApplication(tx: EntityManager, scope: Scope, id: string): Promise<LockedApplication> {
  const { groupId, unitId } = checkedScope(scope);
  await lockRow(tx, 'application', id);
  const [application] = await rowsIn<LockedApplication>(tx, SQL, [id, groupId, unitId, unitId]);
  if (application === undefined) throw DomainError.notFound('applications.not-found');
  return application;
}

/** The asker's part in a decision about an application. */
export function asked(
  actor: Actor,
  application: Pick<LockedApplication, 'unitId' | 'laterId'>,
): { readonly role: Actor['role']; readonly isOwn: boolean; readonly isAppliedAgain: boolean } {
  return { role: actor.role, isOwn: actor.unitId === application.unitId, isAppliedAgain: application.laterId !== null };
}

/** What was said about the months of a locked application, the earliest first. */
export function verdictsIn(
  tx: EntityManager,
  id: string,
): Promise<{ readonly period: Period; readonly verdict: MonthVerdict }[]> {
  return rowsIn(tx, 'SELECT period, verdict FROM application_month WHERE application_id = ? ORDER BY period, number', [
    id,
  ]);
}

/** The value of a decision, or the error that the caller is answered with. */
export const allowed = allowedOr({
  forbidden: ['applications.own-application'],
  conflict: [
    'applications.already-confirmed',
    'applications.already-ended',
    'applications.applied-again',
    'applications.told',
  ],
});
