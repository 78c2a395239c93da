import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isScoreInForce, type MonthRecords, type Review, type StandingReview } from '@jiannuo/shared/assessment';
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
}

const CONFIRMED = `SELECT r.assessment_id AS id, r.score_case AS scoreCase, r.content
  FROM assessment a JOIN assessment_review r ON r.assessment_id = a.id AND r.number = a.current_review
  WHERE a.group_id = ? AND a.period = ? AND (? IS NULL OR a.unit_id = ?) AND r.state = 'confirmed'`;
/** Oldest first, so that of several the last one holds. */
const FIXED = `SELECT assessment_id AS id, number, kind, score_case AS scoreCase FROM score
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
    const reviews = byId(await rowsIn<ReviewRow>(tx, CONFIRMED, parameters));
    const scores = byId(await rowsIn<ScoreRow>(tx, FIXED, parameters));
    return {
      reviewOf: ({ id, state }) => {
        const review = reviews.get(id);
        if (review === undefined) throw new Error(`Assessment ${id} has no confirmed review.`);
        const score = isScoreInForce(state) ? scores.get(id) : undefined;
        return {
          month: JSON.parse(review.scoreCase) as MonthCase,
          review: JSON.parse(review.content) as Review,
          fixed:
            score === undefined
              ? null
              : { month: JSON.parse(score.scoreCase) as MonthCase, isCorrected: score.kind === 'correction' },
        };
      },
      recordsOf: ({ unitId: unit }) => ({ failedMeasures: failed.get(unit) ?? [], rulings: terms.overrides }),
      lastNumberOf: ({ id }) => scores.get(id)?.number ?? 0,
    };
  }

  /** The rows of the ledger that a month's spot check found undone, by unit: a case names measures by their rows. */
  async failedRows(
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

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}
