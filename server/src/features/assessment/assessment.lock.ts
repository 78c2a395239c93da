import type { EntityManager } from 'typeorm';
import type { AssessmentSituation, AssessmentState } from '@jiannuo/shared/assessment';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import { forUpdate, rowsIn } from '../../platform/database';
import { allowedOr, DomainError } from '../../platform/http';
import { checkedScope, type Actor, type Scope } from '../../platform/identity';

/** An assessment with the obligation that it answers. */
export interface AssessmentRecord {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly obligationId: string;
  readonly state: AssessmentState;
  readonly currentSheet: number;
  readonly currentReview: number;
  readonly objectionClosesAt: Instant | null;
  /** Until when the county may put right the sheet that was entered for it; null where none was. */
  readonly checkedUntil: Instant | null;
  /** How the sheet that is in came, where the lead unit copied it; null where the county sent it itself. */
  readonly copiedFrom: Channel | null;
  readonly version: number;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  readonly waivedAt: Instant | null;
}

export const ASSESSMENT_SELECT = `SELECT a.id, a.group_id AS groupId, a.unit_id AS unitId,
    (SELECT u.name FROM unit u WHERE u.id = a.unit_id) AS unitName, a.period, a.obligation_id AS obligationId, a.state,
    a.current_sheet AS currentSheet, a.current_review AS currentReview, a.objection_closes_at AS objectionClosesAt,
    (SELECT t.checked_until FROM assessment_sheet t WHERE t.assessment_id = a.id AND t.number = a.current_sheet)
      AS checkedUntil,
    (SELECT t.channel FROM assessment_sheet t WHERE t.assessment_id = a.id AND t.number = a.current_sheet)
      AS copiedFrom, a.version, o.due_at AS dueAt, o.met_at AS metAt, o.channel, o.waived_at AS waivedAt
  FROM assessment a JOIN obligation o ON o.id = a.obligation_id
  WHERE a.group_id = ? AND (? IS NULL OR a.unit_id = ?)`;

/** Locks and reads an assessment with its obligation. What is missing and what lies outside the scope look alike. */
export async function lockAssessment(tx: EntityManager, scope: Scope, id: string): Promise<AssessmentRecord> {
  const { groupId, unitId } = checkedScope(scope);
  const [found] = await rowsIn<AssessmentRecord>(tx, `${ASSESSMENT_SELECT} AND a.id = ?${forUpdate(tx)}`, [
    groupId,
    unitId,
    unitId,
    id,
  ]);
  if (found === undefined) throw DomainError.notFound('assessment.not-found');
  return found;
}

/** What a decision asks of an assessment. One that was let off (免报) is waited for no longer. */
export function situationOf(
  assessment: Pick<
    AssessmentRecord,
    | 'state'
    | 'unitId'
    | 'dueAt'
    | 'metAt'
    | 'waivedAt'
    | 'channel'
    | 'objectionClosesAt'
    | 'checkedUntil'
    | 'copiedFrom'
  >,
  actor: Actor,
  now: Instant,
): AssessmentSituation {
  const { metAt, waivedAt, copiedFrom } = assessment;
  const isOwn = actor.unitId === assessment.unitId;
  return { ...assessment, role: actor.role, isOwn, metAt: metAt ?? waivedAt, isCopied: copiedFrom !== null, now };
}

/** The value of a decision, or the error that the caller is answered with. */
export const allowed = allowedOr({
  conflict: [
    'assessment.past-due',
    'assessment.nothing-to-correct',
    'assessment.entered-for-unit',
    'assessment.not-in-yet',
    'assessment.quarter-before',
    'assessment.in-already',
    'assessment.entry-check-over',
    'assessment.copy-being-checked',
    'assessment.objection-closed',
    'assessment.objection-open',
    'assessment.objected-already',
    'assessment.objection-answered',
    'assessment.not-all-final',
    'assessment.annual-unruled',
    'assessment.annual-month-unfinished',
    'assessment.annual-corrections-due',
    'assessment.annual-undecided',
    'assessment.annual-undecided-adjustments',
    'assessment.annual-missing-moved',
  ],
});
