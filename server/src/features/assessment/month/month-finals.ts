import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { finalCaseOf } from '@jiannuo/shared/assessment';
import { DomainError } from '../../../platform/http';
import { LedgerMeasures } from '../../ledger';
import { SpotCheckQueries } from '../../spot-checks';
import { AssessmentJournal, toldAtFirst } from '../assessment.journal';
import type { AssessmentRecord } from '../assessment.lock';
import { ScoreRecords, type Fixing, type FixedScore } from '../scores/score.records';
import { RestatedMonths } from './restated-months';
import { StandingReviews, type AskedMonth } from '../review/standing-reviews';

/** A month of a group, or of one unit of it, that is being made final. */
export type FixedMonth = Fixing & AskedMonth;

/** Makes reviewed months final (定稿). The number of statements grows with the counties only by whole batches. */
@Injectable()
export class MonthFinals {
  constructor(
    private readonly reviews: StandingReviews,
    private readonly spotChecks: SpotCheckQueries,
    private readonly measures: LedgerMeasures,
    private readonly scores: ScoreRecords,
    private readonly journal: AssessmentJournal,
    private readonly restated: RestatedMonths,
  ) {}

  /** States anew what fell due since its review and was not met, and answers which of these locked assessments it was. */
  restateOverdue(
    tx: EntityManager,
    month: FixedMonth,
    assessments: readonly AssessmentRecord[],
  ): Promise<ReadonlySet<string>> {
    return this.restated.restateOverdue(tx, month, assessments);
  }

  /**
   * Fixes the scores of these locked assessments of the month, whose reviews are confirmed: with what the spot check
   * found and the rulings that hold. A score that was taken back stays on record before the new one. Those that are
   * stated anew instead are answered. Refused before the month's spot check is drawn, where one was promised (Q17).
   */
  async fix(tx: EntityManager, month: FixedMonth, ready: readonly AssessmentRecord[]): Promise<ReadonlySet<string>> {
    const { actor, groupId, period, now } = month;
    const restated = await this.restateOverdue(tx, month, ready);
    const assessments = ready.filter(({ id }) => !restated.has(id));
    if (assessments.length === 0) return restated;
    const reviews = await this.reviews.of(tx, month);
    if (await this.spotChecks.isDrawPending(groupId, period, tx)) throw DomainError.conflict('assessment.draw-first');
    const fixed = assessments.map((assessment): FixedScore => {
      const final = finalCaseOf(reviews.reviewOf(assessment), reviews.recordsOf(assessment));
      const number = reviews.lastNumberOf(assessment) + 1;
      return { assessment, month: final, number, kind: 'final', review: null, reason: '' };
    });
    const points = await this.scores.add(tx, month, fixed);
    const unitIds = assessments.map(({ unitId: unit }) => unit);
    await this.measures.markScored(tx, { actor, groupId, period, unitIds, now });
    await this.journal.moveAll(
      tx,
      assessments.map(({ id }) => id),
      'final',
    );
    await this.journal.recordAll(
      tx,
      assessments.map((assessment) => ({
        actor,
        assessment,
        action: 'finalise',
        score: toldAtFirst(points.get(assessment.id)),
      })),
    );
    return restated;
  }
}
