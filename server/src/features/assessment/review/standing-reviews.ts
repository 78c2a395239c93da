import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  EMPTY_REVIEW,
  isScoreInForce,
  reviewWith,
  type MonthRecords,
  type RecordedMonth,
  type Review,
  type StandingReview,
} from '@jiannuo/shared/assessment';
import type { Period } from '@jiannuo/shared/kernel';
import type { MonthCase } from '@jiannuo/shared/scoring';
import { rowsIn } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { LedgerMeasures } from '../../ledger';
import { RulingQueries } from '../../rulings';
import { SpotCheckQueries } from '../../spot-checks';
import type { AssessmentRecord } from '../assessment.lock';

/** A month of a group, or of one unit of it. */
export interface AskedMonth {
  readonly groupId: string;
  readonly period: Period;
  readonly unitId: string | null;
}

/** The confirmed reviews of a month, and what a final score takes from the records beside them. */
export interface MonthReviews {
  reviewOf(assessment: AssessmentRecord): StandingReview;
  recordsOf(assessment: AssessmentRecord): Pick<MonthRecords, 'failedMeasures' | 'rulings'>;
  /** The number of the score that was fixed last; 0 where there is none. */
  lastNumberOf(assessment: AssessmentRecord): number;
  /** The score that holds. */
  fixedOf(assessment: AssessmentRecord): FixedCase;
}

/** A score's case, and what the records said when it was judged. */
export interface FixedCase {
  readonly fixed: MonthCase;
  readonly judged: RecordedMonth;
}

interface ReviewRow {
  readonly id: string;
  readonly scoreCase: string;
  readonly content: string;
}
interface ScoreRow {
  readonly id: string;
  readonly number: number;
  readonly kind: 'final' | 'correction';
  readonly scoreCase: string;
  readonly review: string | null;
  readonly records: string | null;
}

const CONFIRMED = `SELECT r.assessment_id AS id, r.score_case AS scoreCase, r.content
  FROM assessment a JOIN assessment_review r ON r.assessment_id = a.id AND r.number = a.current_review
  WHERE a.group_id = ? AND a.period = ? AND (? IS NULL OR a.unit_id = ?) AND r.state = 'confirmed'`;
/** Oldest first, so that of several the last one holds. */
const FIXED = `SELECT assessment_id AS id, number, kind, score_case AS scoreCase, review, records FROM score
  WHERE group_id = ? AND period = ? AND (? IS NULL OR unit_id = ?) ORDER BY number`;

/** Reads what months are made final from. The number of statements does not grow with the number of counties. */
@Injectable()
export class StandingReviews {
  constructor(
    private readonly rulings: RulingQueries,
    private readonly spotChecks: SpotCheckQueries,
    private readonly measures: LedgerMeasures,
  ) {}

  /** The reviews of a month with what was found and ruled. Refused where the group scores nobody. */
  async of(tx: EntityManager, { groupId, period, unitId }: AskedMonth): Promise<MonthReviews> {
    const scope = { groupId, unitId };
    const terms = await this.rulings.inForce(scope, period, tx);
    if (terms === null) throw DomainError.notFound('assessment.not-scored');
    const parameters = [groupId, period, unitId, unitId];
    const failed = await this.failedRows(tx, { groupId, period, unitId });
    const reviews = new Map((await rowsIn<ReviewRow>(tx, CONFIRMED, parameters)).map((row) => [row.id, row]));
    const scores = scoresById(await rowsIn<ScoreRow>(tx, FIXED, parameters));
    const reviewIn = ({ id }: AssessmentRecord): Pick<StandingReview, 'month' | 'review'> => {
      const row = reviews.get(id);
      if (row === undefined) throw new Error(`Assessment ${id} has no confirmed review.`);
      return { month: caseIn(row), review: JSON.parse(row.content) as Review };
    };
    return {
      reviewOf: (assessment) => {
        const { month, review } = reviewIn(assessment);
        const fixed = isScoreInForce(assessment.state) ? (scores.get(assessment.id) ?? []) : [];
        const last = fixed.at(-1);
        if (last === undefined) return { month, review, fixed: null };
        return { month, review: correctedSince(fixed).reduce(reviewWith, review), fixed: caseIn(last) };
      },
      fixedOf: (assessment) => {
        const last = scores.get(assessment.id)?.at(-1);
        if (last === undefined) throw new Error(`Assessment ${assessment.id} has no score.`);
        const { records } = last;
        const judged = records === null ? reviewIn(assessment).month : (JSON.parse(records) as RecordedMonth);
        return { fixed: caseIn(last), judged };
      },
      recordsOf: ({ unitId: unit }) => ({ failedMeasures: failed.get(unit) ?? [], rulings: terms.overrides }),
      lastNumberOf: ({ id }) => scores.get(id)?.at(-1)?.number ?? 0,
    };
  }

  /** The rows of the ledger that a month's spot check found undone, by unit: a case names measures by their rows. */
  private async failedRows(
    tx: EntityManager,
    { groupId, period, unitId }: AskedMonth,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const failed = await this.spotChecks.failedMeasures({ groupId, unitId }, period, tx);
    const rows = await this.measures.rowsOf(tx, period, [...failed.values()].flat());
    const own = rows.filter((row) => failed.get(row.unitId)?.includes(row.measureId) === true);
    return new Map(
      [...failed.keys()].map((unit) => [unit, own.filter((row) => row.unitId === unit).map(({ id }) => id)]),
    );
  }
}

function scoresById(rows: readonly ScoreRow[]): ReadonlyMap<string, readonly ScoreRow[]> {
  const found = new Map<string, ScoreRow[]>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row]);
  return found;
}

/** What the corrections of the score that was made final last said, oldest first. */
function correctedSince(scores: readonly ScoreRow[]): readonly Review[] {
  const final = scores.map(({ kind }) => kind).lastIndexOf('final');
  return scores.slice(final + 1).map(({ review }) => (review === null ? EMPTY_REVIEW : (JSON.parse(review) as Review)));
}

function caseIn({ scoreCase }: Pick<ScoreRow, 'scoreCase'>): MonthCase {
  return JSON.parse(scoreCase) as MonthCase;
}
