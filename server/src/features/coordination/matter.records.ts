import type { EntityManager } from 'typeorm';
import type { MatterKind, MatterSituation, MatterState } from '@jiannuo/shared/coordination';
import type { Instant } from '@jiannuo/shared/kernel';
import { lockRow, rowsIn, type SqlValue } from '../../platform/database';
import { allowedOr, DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor, type Scope } from '../../platform/identity';

/** A matter as its table holds it, with who is to do it and by when. */
export interface MatterRecord {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: MatterKind;
  readonly state: MatterState;
  readonly isUrgent: boolean;
  readonly title: string;
  readonly facts: string;
  readonly indicator: string;
  readonly wish: string;
  readonly reportId: string | null;
  readonly raisedBy: string;
  readonly raisedAt: Instant;
  readonly answeredAt: Instant | null;
  readonly doerUnitId: string | null;
  readonly doerName: string | null;
  readonly obligationId: string | null;
  /** What the obligation says; null where none stands. */
  readonly dueAt: Instant | null;
  readonly reopenUntil: Instant | null;
}

/** Reads matters `m`, to be narrowed by a condition. */
export const MATTERS = `SELECT m.id, m.unit_id AS unitId, u.name AS unitName, m.kind, m.state, m.is_urgent AS isUrgent,
    m.title, m.facts, m.indicator, m.wish, m.report_id AS reportId, m.raised_by AS raisedBy, m.raised_at AS raisedAt,
    m.answered_at AS answeredAt, m.doer_unit_id AS doerUnitId, d.name AS doerName, m.obligation_id AS obligationId,
    o.due_at AS dueAt, m.reopen_until AS reopenUntil
  FROM matter m JOIN unit u ON u.id = m.unit_id LEFT JOIN unit d ON d.id = m.doer_unit_id
  LEFT JOIN obligation o ON o.id = m.obligation_id AND o.met_at IS NULL AND o.waived_at IS NULL`;

/** Which matters `m` a scope holds: the lead unit knows all of its group, a unit those that concern it. */
export function concerning(scope: Scope): { readonly where: string; readonly parameters: readonly SqlValue[] } {
  const { groupId, unitId } = checkedScope(scope);
  if (unitId === null) return { where: 'm.group_id = ?', parameters: [groupId] };
  return {
    where: 'm.group_id = ? AND m.id IN (SELECT c.matter_id FROM matter_unit c WHERE c.unit_id = ?)',
    parameters: [groupId, unitId],
  };
}

/** Locks and reads a matter. What is missing and what does not concern the actor look alike. */
export async function lockMatter(tx: EntityManager, actor: Actor, id: string): Promise<MatterRecord> {
  await lockRow(tx, 'matter', id);
  const { where, parameters } = concerning(scopeOf(actor));
  const [row] = await rowsIn<MatterRecord>(tx, `${MATTERS} WHERE m.id = ? AND ${where}`, [id, ...parameters]);
  if (row === undefined) throw DomainError.notFound('coordination.matter-not-found');
  return { ...row, isUrgent: Boolean(row.isUrgent) };
}

/** Where a matter stands for whoever asks. */
export function situationOf(actor: Actor, matter: MatterRecord, now: Instant): MatterSituation {
  const { state, unitId: raisedByUnitId, doerUnitId, reopenUntil } = matter;
  const { role, unitId } = actor;
  return { state, raisedByUnitId, doerUnitId, reopenUntil, asker: { role, unitId }, now };
}

/** The value of a decision about a matter, or the error that the caller is answered with. */
export const allowed = allowedOr({ conflict: ['coordination.reopen-late'] });
