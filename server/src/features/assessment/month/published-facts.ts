import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { correctionDue } from '@jiannuo/shared/assessment';
import type { MovedMonths } from '../../obligations';
import { AssessmentJournal } from '../assessment.journal';
import type { AssessmentRecord } from '../assessment.lock';
import { StandingReviews, type AskedMonth } from '../review/standing-reviews';
import { CountedWork } from './counted-work';

/** A fact put on record beside a published month. */
export type PublishedFact = Pick<MovedMonths, 'now' | 'reason'> & AskedMonth & { readonly byUnit: string };

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
    const { byUnit, now, reason, ...month } = fact;
    const reviews = await this.reviews.of(tx, month);
    const recorded = await this.counted.recordedIn(tx, { ...month, now });
    for (const assessment of published) {
      const { fixed, judged } = reviews.fixedOf(assessment);
      if (correctionDue(fixed, recorded(assessment.unitId), judged)) {
        await this.journal.leaveCorrection(tx, { assessment, byUnit, reason });
      } else {
        await this.journal.settleCorrection(tx, assessment);
      }
    }
  }
}
