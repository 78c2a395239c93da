import { Injectable } from '@nestjs/common';
import {
  ASSESSMENT_LIMITS,
  besideOf,
  correctionFacts,
  decideAssessment,
  decideFindings,
  judgedBy,
  parseReason,
  parseReview,
  withFindings,
  withVerdicts,
} from '@jiannuo/shared/assessment';
import { canonicalJson } from '@jiannuo/shared/kernel';
import { scoreMonth } from '@jiannuo/shared/scoring';
import { Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { AssessmentJournal } from '../assessment.journal';
import { allowed, lockAssessment, situationOf } from '../assessment.lock';
import { StandingReviews } from '../review/standing-reviews';
import { ScoreRecords } from '../scores/score.records';
import { CorrectionFindings } from './correction.findings';
import { PublishedFacts } from './published-facts';

/** What the lead unit sends: its verdicts and why, and the version of the assessment that it read. */
export interface CorrectionRequest {
  readonly version: number;
  readonly review: unknown;
  readonly reason: unknown;
}

/** 更正: corrects a county's fixed month without rewriting it. */
@Injectable()
export class CorrectionCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly reviews: StandingReviews,
    private readonly facts: PublishedFacts,
    private readonly scores: ScoreRecords,
    private readonly findings: CorrectionFindings,
    private readonly journal: AssessmentJournal,
  ) {}

  /**
   * Corrects a fixed score by verdicts with a reason: a new score beside the old one, which stays readable. A verdict may
   * let go what the score counts, and count what the records have beside it by now, also what was let go before. What the
   * spot check found is reckoned as it stands now; in a published month the correction makes and withdraws findings (Q16).
   */
  correct(actor: Actor, id: string, input: CorrectionRequest): Promise<{ readonly version: number }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      if (assessment.version !== input.version) throw DomainError.conflict('assessment.review-behind');
      const state = allowed(decideAssessment('correct', situationOf(assessment, actor, now)));
      const { groupId, period, unitId } = assessment;
      const reviews = await this.reviews.of(tx, { groupId, period, unitId });
      const records = await this.facts.recordsOf(tx, assessment, now);
      const { fixed: before, judged } = reviews.fixedOf(assessment);
      const beside = besideOf(before, records);
      const standing = withFindings(before, reviews.recordsOf(assessment).failedMeasures);
      const review = allowed(parseReview(input.review, standing, beside));
      const { verdicts } = allowed(decideFindings(standing, review, assessment.state === 'published'));
      const reason = allowed(parseReason(input.reason, '更正理由', ASSESSMENT_LIMITS.reason));
      const month = withVerdicts(standing, verdicts, beside);
      await this.findings.keep(tx, { actor, now }, assessment, verdicts);
      if (canonicalJson(month) === canonicalJson(before)) throw DomainError.invalid('assessment.correction-same');
      const number = reviews.lastNumberOf(assessment) + 1;
      // What it did not speak of is still to be answered.
      const judgedNow = judgedBy(verdicts, correctionFacts(before, records, judged), { records, judged });
      const points = await this.scores.add(tx, { actor, now }, [
        { assessment, month, number, kind: 'correction', review, records: judgedNow, reason },
      ]);
      const after = points.get(id);
      const score = after === undefined ? undefined : { ...after, before: scoreMonth(before).score };
      await this.journal.move(tx, id, state);
      const rest = correctionFacts(month, records, judgedNow);
      await this.facts.noteRest(tx, { ...assessment, state }, rest, actor.unitName);
      await this.journal.record(tx, { actor, assessment, action: 'correct', reason, score, detail: { number } });
      return { version: assessment.version + 1 };
    });
  }
}
