import { Injectable } from '@nestjs/common';
import { ASSESSMENT_LIMITS, decideAssessment, parseReason } from '@jiannuo/shared/assessment';
import { Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { AssessmentJournal } from '../assessment.journal';
import { allowed, lockAssessment, situationOf } from '../assessment.lock';
import { PublishedFacts } from './published-facts';
import { StoodScores } from './stood-scores';

/** 不用更正: a published score stands beside what came onto record since. */
@Injectable()
export class LetStandCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: PublishedFacts,
    private readonly stood: StoodScores,
    private readonly journal: AssessmentJournal,
  ) {}

  /**
   * Lets the score of a published month stand, with a reason that stays readable and that the county is told; the line to
   * do ends. What comes onto record later is to be looked at anew.
   */
  letStand(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly reason: unknown },
  ): Promise<{ readonly version: number }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      if (assessment.version !== input.version) throw DomainError.conflict('assessment.review-behind');
      const facts = await this.facts.dueOf(tx, assessment, now);
      const situation = { ...situationOf(assessment, actor, now), isCorrectionDue: facts.length > 0 };
      const state = allowed(decideAssessment('let-stand', situation));
      const reason = allowed(parseReason(input.reason, '不用更正的理由', ASSESSMENT_LIMITS.reason));
      await this.stood.add(tx, id, { actor, now, facts, reason });
      await this.journal.move(tx, id, state);
      await this.journal.settleCorrection(tx, assessment);
      await this.journal.record(tx, { actor, assessment, action: 'let-stand', reason });
      return { version: assessment.version + 1 };
    });
  }
}
