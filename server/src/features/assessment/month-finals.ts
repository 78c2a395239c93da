import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { finalCaseOf, type Review } from '@jiannuo/shared/assessment';
import type { Period } from '@jiannuo/shared/kernel';
import type { MonthCase } from '@jiannuo/shared/scoring';
import { rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Scope } from '../../platform/identity';
import { LedgerMeasures } from '../ledger';
import { RulingQueries } from '../rulings';
import { SpotCheckQueries } from '../spot-checks';
import { AssessmentJournal } from './assessment.journal';
import type { AssessmentRecord } from './assessment.lock';
import { ScoreRecords, type Fixing, type FixedScore } from './score.records';

/** A month of a group, or of one unit of it, that is being made final. */
export interface FixedMonth extends Fixing {
  readonly groupId: string;
  readonly period: Period;
  readonly unitId: string | null;
}

interface ReviewRow {
  readonly id: string;
  readonly scoreCase: string;
  readonly content: string;
}

const CONFIRMED = `SELECT r.assessment_id AS id, r.score_case AS scoreCase, r.content
  FROM assessment a JOIN assessment_review r ON r.assessment_id = a.id AND r.number = a.current_review
  WHERE a.group_id = ? AND a.period = ? AND (? IS NULL OR a.unit_id = ?) AND r.state = 'confirmed'`;

/** Makes reviewed months final (定稿). The number of statements grows with the counties only by whole batches. */
@Injectable()
export class MonthFinals {
  constructor(
    private readonly rulings: RulingQueries,
    private readonly spotChecks: SpotCheckQueries,
    private readonly measures: LedgerMeasures,
    private readonly scores: ScoreRecords,
    private readonly journal: AssessmentJournal,
  ) {}

  /**
   * Fixes the scores of these locked assessments of the month, whose reviews are confirmed: with what the spot check
   * found and the rulings that hold. Refused before the month's spot check is drawn, where one was promised (Q17).
   */
  async fix(tx: EntityManager, month: FixedMonth, assessments: readonly AssessmentRecord[]): Promise<void> {
    const { actor, groupId, period, unitId, now } = month;
    const scope = { groupId, unitId };
    const terms = await this.rulings.inForce(scope, period, tx);
    if (terms === null) throw DomainError.notFound('assessment.not-scored');
    if (await this.spotChecks.isDrawPending(tx, groupId, period)) throw DomainError.conflict('assessment.draw-first');
    const failed = await this.failedRows(tx, scope, period);
    const reviews = new Map(
      (await rowsIn<ReviewRow>(tx, CONFIRMED, [groupId, period, unitId, unitId])).map((row) => [row.id, row]),
    );
    const fixed = assessments.map((assessment): FixedScore => {
      const reviewed = reviewedOf(assessment, reviews.get(assessment.id));
      const final = finalCaseOf(reviewed, {
        failedMeasures: failed.get(assessment.unitId) ?? [],
        rulings: terms.overrides,
      });
      return { assessment, month: final, number: 1, kind: 'final', reason: '' };
    });
    await this.scores.add(tx, month, fixed);
    const unitIds = assessments.map(({ unitId: unit }) => unit);
    await this.measures.markScored(tx, { actor, groupId, period, unitIds, now });
    await this.journal.moveAll(
      tx,
      assessments.map(({ id }) => id),
      'final',
    );
    await this.journal.recordAll(
      tx,
      assessments.map((assessment) => ({ actor, assessment, action: 'finalise' })),
    );
  }

  /** The rows of the ledger that the month's spot check found undone, by unit: a case names measures by their rows. */
  private async failedRows(
    tx: EntityManager,
    scope: Scope,
    period: Period,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const failed = await this.spotChecks.failedMeasures(scope, period, tx);
    const rows = await this.measures.rowsOf(tx, period, [...failed.values()].flat());
    const own = rows.filter(({ unitId, measureId }) => failed.get(unitId)?.includes(measureId) === true);
    return new Map(
      [...failed.keys()].map((unit) => [unit, own.filter(({ unitId }) => unitId === unit).map(({ id }) => id)]),
    );
  }
}

function reviewedOf(
  { id }: AssessmentRecord,
  row: ReviewRow | undefined,
): { readonly month: MonthCase; readonly review: Review } {
  if (row === undefined) throw new Error(`Assessment ${id} has no confirmed review.`);
  return { month: JSON.parse(row.scoreCase) as MonthCase, review: JSON.parse(row.content) as Review };
}
