import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  decideAssessment,
  movedBetween,
  overdueSince,
  objectionClosesAt,
  objectionDays,
  restated,
  type Restated,
} from '@jiannuo/shared/assessment';
import { canonicalJson, type Instant, type Period } from '@jiannuo/shared/kernel';
import { Ids } from '../../../platform/clock';
import { batchesOf, execute, insertRows, placesFor, rowsIn } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { GroupYears, type MovedMonths } from '../../obligations';
import { AssessmentJournal } from '../assessment.journal';
import { CountedWork } from './counted-work';
import { TIMELY } from './owed-months';
import { situationOf, type AssessmentRecord } from '../assessment.lock';
import { StandingReviews } from '../review/standing-reviews';

/** What moved in one month, and who moved it; no reason where only time went by. */
type MovedMonth = Omit<MovedMonths, 'periods' | 'reason'> & {
  readonly groupId: string;
  readonly period: Period;
  readonly reason: string | null;
};

const COUNTED = `o.group_id = ? AND o.period = ? AND (? IS NULL OR o.unit_id = ?)
  AND o.kind IN (${TIMELY})`;

/**
 * When the last thing that counts for timeliness (Q11) and came late, or never, was due, by unit of a month; or when an
 * outage last moved such a due time by rule, for which nobody carries a review on.
 */
const SINCE = `SELECT unitId, MAX(at) AS at FROM (
    SELECT o.unit_id AS unitId, o.due_at AS at FROM obligation o
    WHERE ${COUNTED} AND o.waived_at IS NULL AND o.due_at <= ? AND (o.met_at IS NULL OR o.met_at >= o.due_at)
    UNION ALL
    SELECT o.unit_id AS unitId, c.at FROM obligation o JOIN obligation_change c ON c.obligation_id = o.id
    WHERE ${COUNTED} AND c.kind = 'moved'
  ) concerned GROUP BY unitId`;

interface ConcernedUnit {
  readonly unitId: string;
  readonly at: Instant;
}

/** Why a score moved: what was decided, and what fell due beside it. */
function reasonOf(decided: string | null, overdue: string): string {
  const fell = overdue === '' ? [] : [`复核以后${overdue}`];
  return decided === null ? (fell[0] ?? '复核以后应报的有变') : [decided, ...fell].join('；');
}

interface RestatedMonth extends Restated {
  readonly assessment: AssessmentRecord;
  readonly reason: string;
}

/**
 * Carries reviews on when a finding, a ruling, what is credited, what was owed or the lead unit's word on a row changes
 * a score that is not published yet (Q16): the number is stated anew beside the old one, the county hears both, and its
 * days of objection run again (Q18). A final score is taken back.
 */
@Injectable()
export class RestatedMonths {
  constructor(
    private readonly ids: Ids,
    private readonly years: GroupYears,
    private readonly reviews: StandingReviews,
    private readonly counted: CountedWork,
    private readonly journal: AssessmentJournal,
  ) {}

  /**
   * Carries on for what nobody decided: something fell due since the review, and was not met in time. A month is closed
   * upon nothing that its county has not read.
   */
  async restateOverdue(
    tx: EntityManager,
    month: Omit<MovedMonth, 'reason'>,
    assessments: readonly AssessmentRecord[],
  ): Promise<ReadonlySet<string>> {
    const { groupId, unitId, period, now } = month;
    const asked = [groupId, period, unitId, unitId];
    const units = await rowsIn<ConcernedUnit>(tx, SINCE, [...asked, now, ...asked]);
    const concernedAt = new Map(units.map((each) => [each.unitId, each.at]));
    const concerned = assessments.filter((each) => concernedAt.has(each.unitId));
    const reviewedAt = new Map<string, Instant>();
    for (const some of batchesOf(concerned)) {
      const sql = `SELECT r.assessment_id AS id, r.at FROM assessment a
        JOIN assessment_review r ON r.assessment_id = a.id AND r.number = a.current_review WHERE a.id IN (${placesFor(some)})`;
      const reviews = await rowsIn<{ id: string; at: Instant }>(
        tx,
        sql,
        some.map(({ id }) => id),
      );
      for (const { id, at } of reviews) reviewedAt.set(id, at);
    }
    const isConcerned = ({ id, unitId: unit }: AssessmentRecord): boolean =>
      (concernedAt.get(unit) ?? '') > (reviewedAt.get(id) ?? now);
    return this.restate(tx, { ...month, reason: null }, concerned.filter(isConcerned));
  }

  /**
   * States anew those of these locked assessments of a month whose score is no longer the one that was told, and answers
   * which they are. With no reason it names what fell due since, and was not met.
   */
  async restate(
    tx: EntityManager,
    moved: MovedMonth,
    assessments: readonly AssessmentRecord[],
  ): Promise<ReadonlySet<string>> {
    const { actor, now, groupId, period } = moved;
    const standing = assessments.filter((each) => decideAssessment('restate', situationOf(each, actor, now)).ok);
    if (standing.length === 0) return new Set();
    const asked = { groupId, unitId: moved.unitId, period, now };
    const found = await this.reviews.of(tx, asked);
    const recorded = await this.counted.recordedIn(tx, asked);
    const months = standing.flatMap((assessment): RestatedMonth[] => {
      const review = found.reviewOf(assessment);
      const { owed, ...records } = recorded(assessment.unitId);
      const month = restated(review, { ...records, ...found.recordsOf(assessment) });
      const reason = reasonOf(moved.reason, overdueSince(review.month, owed, now));
      return month === null ? [] : [{ ...month, assessment, reason }];
    });
    if (months.length === 0) return new Set();
    await this.keep(tx, { actor, now, months });
    const closesAt = await this.reopen(tx, {
      groupId,
      period,
      now,
      ids: months.map(({ assessment }) => assessment.id),
    });
    await this.journal.recordAll(
      tx,
      months.map(({ assessment, before, after, reason }) => ({
        actor,
        assessment,
        action: 'restate',
        reason,
        told: { ...movedBetween(before, after), closesAt },
      })),
    );
    return new Set(months.map(({ assessment }) => assessment.id));
  }

  private async keep(
    tx: EntityManager,
    { actor, now, months }: Pick<MovedMonth, 'actor' | 'now'> & { readonly months: readonly RestatedMonth[] },
  ): Promise<void> {
    const by = { by_appointment_id: actor.appointmentId, by_name: actor.personName, by_unit_name: actor.unitName };
    await insertRows(
      tx,
      'assessment_review',
      months.map(({ assessment, month, review, reason }) => ({
        id: this.ids.next(),
        assessment_id: assessment.id,
        number: assessment.currentReview + 1,
        sheet_number: assessment.currentSheet,
        state: 'confirmed',
        score_case: canonicalJson(month),
        content: canonicalJson(review),
        ...by,
        at: now,
        reason,
      })),
    );
  }

  private async reopen(tx: EntityManager, { groupId, period, now, ids }: Reopened): Promise<Instant> {
    const year = await this.years.of(groupId, period, tx);
    if (year === null) throw DomainError.notFound('assessment.not-scored');
    const closesAt = objectionClosesAt(now, objectionDays(year.settings), year.settings.calendar);
    for (const some of batchesOf(ids)) {
      await execute(
        tx,
        `UPDATE assessment SET current_review = current_review + 1, objection_closes_at = ?
         WHERE id IN (${placesFor(some)})`,
        [closesAt, ...some],
      );
    }
    await this.journal.moveAll(tx, ids, 'reviewed');
    return closesAt;
  }
}

interface Reopened {
  readonly groupId: string;
  readonly period: Period;
  readonly now: Instant;
  readonly ids: readonly string[];
}
