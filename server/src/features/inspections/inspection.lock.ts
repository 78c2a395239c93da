import type { EntityManager } from 'typeorm';
import type { DateText, Instant, Outcome, Refusal } from '@jiannuo/shared/kernel';
import type { FindingState, InspectionPlan, InspectionState, Method, Subject } from '@jiannuo/shared/inspections';
import type { Evidence } from '@jiannuo/shared/reporting';
import { lockRow, rowsIn, type SqlValue } from '../../platform/database';
import { DomainError, type DomainErrorKind } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';

/** An inspection, locked until the transaction ends. */
export interface LockedInspection {
  readonly id: string;
  readonly groupId: string;
  readonly method: Method;
  readonly title: string;
  readonly state: InspectionState;
  readonly plan: InspectionPlan;
  readonly toldAt: Instant | null;
  readonly releasedAt: Instant | null;
  readonly version: number;
}

/** A finding, locked with its inspection until the transaction ends. */
export interface LockedFinding {
  readonly id: string;
  readonly groupId: string;
  readonly inspectionId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly subject: Subject;
  readonly facts: string;
  readonly seenOn: DateText | null;
  readonly evidence: readonly Evidence[];
  readonly demand: string;
  readonly state: FindingState;
  readonly obligationId: string | null;
  readonly concealedIn: string | null;
  readonly version: number;
  /** When it is due now: what its obligation says, and before there is one what the finding says. */
  readonly dueAt: Instant | null;
  readonly method: Method;
  readonly title: string;
  readonly inspection: InspectionState;
  readonly releasedAt: Instant | null;
  readonly fromOn: DateText | null;
  readonly toOn: DateText | null;
}

/** A condition of a statement with the values it asks for. */
interface Condition {
  readonly where: string;
  readonly parameters: readonly SqlValue[];
}

/**
 * Which inspections `i` an officer of the lead unit may know of: of an unannounced one that is not released only those
 * whose team he is in himself. Whoever sees only his own unit knows none as a whole.
 */
export function known(actor: Actor): Condition {
  const isLead = scopeOf(actor).unitId === null;
  return {
    where: `i.group_id = ? AND ? = 1 AND (i.method <> 'unannounced' OR i.released_at IS NOT NULL OR EXISTS (
      SELECT 1 FROM inspection_member m WHERE m.inspection_id = i.id AND m.appointment_id = ?))`,
    parameters: [actor.groupId, isLead ? 1 : 0, actor.appointmentId],
  };
}

/** Which findings `f` of inspections `i` somebody may know of: a unit its own once they are released, the lead unit what it may know of. */
export function knownFinding(actor: Actor): Condition {
  const { unitId } = scopeOf(actor);
  if (unitId === null) return known(actor);
  return {
    where: `i.group_id = ? AND i.released_at IS NOT NULL AND f.unit_id = ? AND f.state NOT IN ('noted', 'dropped')`,
    parameters: [actor.groupId, unitId],
  };
}

const INSPECTION = `SELECT i.id, i.group_id AS groupId, i.method, i.title, i.state, i.plan, i.told_at AS toldAt,
    i.released_at AS releasedAt, i.version FROM inspection i WHERE i.id = ?`;

/** Reads findings with their inspections, to be narrowed by a condition on `f` and `i`. */
export const FINDINGS = `SELECT f.id, f.group_id AS groupId, f.inspection_id AS inspectionId, f.unit_id AS unitId,
    u.name AS unitName, f.subject, f.facts, f.seen_on AS seenOn, f.evidence, f.demand, f.state, f.obligation_id AS obligationId,
    f.concealed_in AS concealedIn, f.version, COALESCE(o.due_at, f.due_at) AS dueAt, i.method, i.title, i.state AS inspection, i.released_at AS releasedAt,
    i.from_on AS fromOn, i.to_on AS toOn
  FROM inspection_finding f JOIN inspection i ON i.id = f.inspection_id JOIN unit u ON u.id = f.unit_id
  LEFT JOIN obligation o ON o.id = f.obligation_id`;

/** A finding as its tables hold it. */
export type FindingRecord = Omit<LockedFinding, 'evidence'> & { readonly evidence: string };

/** Locks and reads an inspection. What is missing and what the actor may not know of look alike. */
export async function lockInspection(tx: EntityManager, actor: Actor, id: string): Promise<LockedInspection> {
  await lockRow(tx, 'inspection', id);
  const { where, parameters } = known(actor);
  const [row] = await rowsIn<LockedInspection & { plan: string }>(tx, `${INSPECTION} AND ${where}`, [
    id,
    ...parameters,
  ]);
  if (row === undefined) throw DomainError.notFound('inspections.not-found');
  return { ...row, plan: JSON.parse(row.plan) as InspectionPlan };
}

/** Locks and reads a finding with its inspection, so that a release and a step never cross. */
export async function lockFinding(tx: EntityManager, actor: Actor, id: string): Promise<LockedFinding> {
  const sql = 'SELECT inspection_id AS inspectionId FROM inspection_finding WHERE id = ?';
  const [found] = await rowsIn<{ inspectionId: string }>(tx, sql, [id]);
  if (found !== undefined) await lockRow(tx, 'inspection', found.inspectionId);
  const { where, parameters } = knownFinding(actor);
  const [row] = await rowsIn<FindingRecord>(tx, `${FINDINGS} WHERE f.id = ? AND ${where}`, [id, ...parameters]);
  if (row === undefined) throw DomainError.notFound('inspections.not-found');
  return findingOf(row);
}

/** A finding as it is thought of, from its row. */
export function findingOf(row: FindingRecord): LockedFinding {
  return { ...row, evidence: JSON.parse(row.evidence) as readonly Evidence[] };
}

/** The value of a decision, or the error that the caller is answered with. */
export function allowed<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw DomainError.from(outcome.refusals, kindOfRefusal(outcome.refusals[0]));
}

const MOVED_ON = ['inspections.still-open', 'inspections.take-back-late', 'inspections.not-heard'];

function kindOfRefusal({ code }: Refusal): DomainErrorKind {
  if (code === 'inspections.not-your-role') return 'forbidden';
  return code.includes('not-possible-') || MOVED_ON.includes(code) ? 'conflict' : 'invalid';
}
