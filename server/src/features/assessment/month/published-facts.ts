import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { correctionDue, owedIn } from '@jiannuo/shared/assessment';
import type { MovedMonths } from '../../obligations';
import { AssessmentJournal } from '../assessment.journal';
import type { AssessmentRecord } from '../assessment.lock';
import { StandingReviews, type AskedMonth } from '../review/standing-reviews';
import { CountedWork } from './counted-work';

/** A fact put on record beside a published month. */
export type PublishedFact = Pick<MovedMonths, 'actor' | 'now' | 'reason'> & AskedMonth;

/** What came onto record beside a published score, which 更正 alone changes (附件2四): the lead unit has that to do, and the county knows whom to ask. */
@Injectable()
export class PublishedFacts {
  constructor(
    private readonly reviews: StandingReviews,
    private readonly counted: CountedWork,
    private readonly journal: AssessmentJournal,
  ) {}

  /** Leaves word where these locked, published assessments count what the records say otherwise by now; else nothing is left to do. */
  async note(tx: EntityManager, fact: PublishedFact, published: readonly AssessmentRecord[]): Promise<void> {
    if (published.length === 0) return;
    const { actor, now, reason, ...month } = fact;
    const reviews = await this.reviews.of(tx, month);
    const owed = await this.counted.owedOf(month, tx);
    const done = await this.counted.doneOf(tx, month);
    for (const assessment of published) {
      const { unitId } = assessment;
      const records = { obligations: owedIn(owed(unitId), now), measures: done.get(unitId) ?? [] };
      if (correctionDue(reviews.reviewOf(assessment), records)) {
        await this.journal.leaveCorrection(tx, { actor, assessment, reason });
      } else {
        await this.journal.settleCorrection(tx, assessment);
      }
    }
  }
}
