import { Injectable } from '@nestjs/common';
import {
  ASSESSMENT_LIMITS,
  decideAssessment,
  parseReason,
  decideFindings,
  parseReview,
  withFindings,
  withVerdicts,
} from '@jiannuo/shared/assessment';
import { canonicalJson } from '@jiannuo/shared/kernel';
import { scoreMonth, type MonthCase } from '@jiannuo/shared/scoring';
import { rowsIn, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { AssessmentJournal } from '../assessment.journal';
import { allowed, lockAssessment, situationOf } from '../assessment.lock';
import { MonthFinals } from './month-finals';
import { CorrectionFindings } from './correction.findings';
import { ScoreRecords } from '../scores/score.records';
import { StandingReviews } from '../review/standing-reviews';

/** 定稿, 更正: what fixes a county's month, and corrects it without rewriting it. */
@Injectable()
export class ClosingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly finals: MonthFinals,
    private readonly scores: ScoreRecords,
    private readonly reviews: StandingReviews,
    private readonly findings: CorrectionFindings,
    private readonly journal: AssessmentJournal,
  ) {}

  /**
   * Makes the reviewed score final (定稿), with what the spot check found since and the rulings that then hold. Never
   * before the month's spot check is drawn, where one was committed (Q17). The case that it was made from is kept with it.
   * Where something fell due since the review and was not met, the score is stated anew instead: the county is told first.
   */
  finalise(actor: Actor, id: string): Promise<{ readonly version: number; readonly isRestated: boolean }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      allowed(decideAssessment('finalise', situationOf(assessment, actor, now)));
      const { groupId, period, unitId } = assessment;
      const restated = await this.finals.fix(tx, { actor, now, groupId, period, unitId }, [assessment]);
      return { version: assessment.version + 1, isRestated: restated.has(id) };
    });
  }

  /**
   * Corrects a fixed score (更正) by verdicts with a reason: a new score beside the old one, which stays readable. What the
   * spot check found is reckoned as it stands now; in a published month the correction makes and withdraws findings (Q16).
   */
  correct(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly review: unknown; readonly reason: unknown },
  ): Promise<{ readonly version: number }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      if (assessment.version !== input.version) throw DomainError.conflict('assessment.review-behind');
      const state = allowed(decideAssessment('correct', situationOf(assessment, actor, now)));
      const [latest] = await rowsIn<{ number: number; scoreCase: string }>(
        tx,
        'SELECT number, score_case AS scoreCase FROM score WHERE assessment_id = ? ORDER BY number DESC LIMIT 1',
        [id],
      );
      if (latest === undefined) throw new Error(`Assessment ${id} has no score.`);
      const before = JSON.parse(latest.scoreCase) as MonthCase;
      const { groupId, period, unitId } = assessment;
      const failed = await this.reviews.failedRows(tx, { groupId, period, unitId });
      const standing = withFindings(before, failed.get(unitId) ?? []);
      const review = allowed(parseReview(input.review, standing));
      const { verdicts } = allowed(decideFindings(standing, review, assessment.state === 'published'));
      const reason = allowed(parseReason(input.reason, '更正理由', ASSESSMENT_LIMITS.reason));
      const month = withVerdicts(standing, verdicts);
      await this.findings.keep(tx, { actor, now }, assessment, verdicts);
      if (canonicalJson(month) === canonicalJson(before)) throw DomainError.invalid('assessment.correction-same');
      const number = latest.number + 1;
      const points = await this.scores.add(tx, { actor, now }, [
        { assessment, month, number, kind: 'correction', review, reason },
      ]);
      const after = points.get(id);
      const score = after === undefined ? undefined : { ...after, before: scoreMonth(before).score };
      await this.journal.move(tx, id, state);
      await this.journal.settleCorrection(tx, assessment);
      await this.journal.record(tx, { actor, assessment, action: 'correct', reason, score, detail: { number } });
      return { version: assessment.version + 1 };
    });
  }
}
