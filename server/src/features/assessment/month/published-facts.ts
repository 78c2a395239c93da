import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  correctionFacts,
  factsDue,
  judgedSince,
  overdueSince,
  type CorrectionFact,
  type RecordedMonth,
} from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import { rowsIn, Transactions } from '../../../platform/database';
import type { MovedMonths } from '../../obligations';
import { AssessmentJournal } from '../assessment.journal';
import { ASSESSMENT_SELECT, type AssessmentRecord } from '../assessment.lock';
import { StandingReviews, type AskedMonth } from '../review/standing-reviews';
import { ScoreRecords } from '../scores/score.records';
import { CountedWork } from './counted-work';
import { StoodScores } from './stood-scores';

/** A fact put on record beside a published month. */
export type PublishedFact = Pick<MovedMonths, 'now' | 'reason'> & AskedMonth & { readonly byUnit: string };

/** How a published score stands to its records by now. */
interface Standing {
  readonly facts: readonly CorrectionFact[];
  /** What fell due beside it and was not met in time, in words; empty where nothing did. */
  readonly overdue: string;
  /** What was judged of it, where the records have come to agree with the score since; null where they have not. */
  readonly judgedAnew: RecordedMonth | null;
}

/** Whose word of it is left, and what it says of so many things. */
interface Word {
  readonly byUnit: string;
  readonly words: (count: number) => string;
}

/** What came onto record beside a published score, which 更正 alone changes (附件2四): the lead unit has that to do, and the county knows whom to ask. */
@Injectable()
export class PublishedFacts {
  constructor(
    private readonly transactions: Transactions,
    private readonly reviews: StandingReviews,
    private readonly counted: CountedWork,
    private readonly stood: StoodScores,
    private readonly scores: ScoreRecords,
    private readonly journal: AssessmentJournal,
  ) {}

  /**
   * Leaves word where these locked, published assessments count what the records say otherwise by now, and nobody has let
   * that stand; else nothing is left to do.
   */
  async note(tx: EntityManager, fact: PublishedFact, published: readonly AssessmentRecord[]): Promise<void> {
    if (published.length === 0) return;
    const standingOf = await this.standingIn(tx, fact);
    for (const assessment of published) {
      const { facts, judgedAnew } = standingOf(assessment);
      if (judgedAnew !== null) await this.scores.judgeAnew(tx, assessment.id, judgedAnew);
      await this.leave(tx, assessment, facts, { byUnit: fact.byUnit, words: wordsOf(fact.reason) });
    }
  }

  /** The same of what fell due beside one of them as more time ran out; nothing where its score counts that already. */
  async noteOverdue(tx: EntityManager, assessment: AssessmentRecord, now: Instant): Promise<void> {
    const { facts, overdue } = (await this.standingIn(tx, { ...assessment, now }))(assessment);
    if (overdue === '') return;
    await this.leave(tx, assessment, facts, { byUnit: '践诺通', words: wordsOf(`通报以后${overdue}`) });
  }

  /** What a correction of a published score did not speak of is left to do; where it spoke of all, nothing is. */
  async noteRest(
    tx: EntityManager,
    assessment: AssessmentRecord,
    rest: readonly CorrectionFact[],
    byUnit: string,
  ): Promise<void> {
    if (isTold(assessment)) await this.leave(tx, assessment, rest, { byUnit, words: restWords });
  }

  /** What an assessment's published score is to be corrected for, as it is now, but for what was let stand. */
  dueNow(assessment: AssessmentRecord, now: Instant): Promise<readonly CorrectionFact[]> {
    if (!isTold(assessment)) return Promise.resolve([]);
    return this.transactions.run(async (tx) => (await this.apart(tx, assessment, now)).due);
  }

  /** What an assessment that is published counts and the records say otherwise; empty where all of it was let stand. */
  async dueOf(tx: EntityManager, assessment: AssessmentRecord, now: Instant): Promise<readonly CorrectionFact[]> {
    if (!isTold(assessment)) return [];
    const { facts, due } = await this.apart(tx, assessment, now);
    return due.length > 0 ? facts : [];
  }

  /** Those of a month's published assessments that are to be corrected or let stand. */
  async dueIn(tx: EntityManager, month: AskedMonth & { readonly now: Instant }): Promise<readonly AssessmentRecord[]> {
    const { groupId, unitId, period } = month;
    const all = await rowsIn<AssessmentRecord>(tx, `${ASSESSMENT_SELECT} AND a.period = ?`, [
      groupId,
      unitId,
      unitId,
      period,
    ]);
    const told = all.filter(isTold);
    if (told.length === 0) return [];
    const standingOf = await this.standingIn(tx, month);
    const due: AssessmentRecord[] = [];
    for (const each of told) {
      const { facts } = standingOf(each);
      if (facts.length > 0 && factsDue(facts, await this.stood.of(tx, each.id)).length > 0) due.push(each);
    }
    return due;
  }

  /** What an assessment's month has on record at a moment. */
  async recordsOf(
    tx: EntityManager,
    { groupId, period, unitId }: AssessmentRecord,
    now: Instant,
  ): Promise<RecordedMonth> {
    const recordedIn = await this.counted.recordedIn(tx, { groupId, period, unitId, now });
    const { obligations, information, adjustments, measures } = recordedIn(unitId);
    return { obligations, information, adjustments, measures };
  }

  private async apart(
    tx: EntityManager,
    assessment: AssessmentRecord,
    now: Instant,
  ): Promise<{ readonly facts: readonly CorrectionFact[]; readonly due: readonly CorrectionFact[] }> {
    const { facts } = (await this.standingIn(tx, { ...assessment, now }))(assessment);
    return { facts, due: factsDue(facts, await this.stood.of(tx, assessment.id)) };
  }

  private async leave(
    tx: EntityManager,
    assessment: AssessmentRecord,
    facts: readonly CorrectionFact[],
    { byUnit, words }: Word,
  ): Promise<void> {
    const due = factsDue(facts, await this.stood.letGo(tx, assessment.id, facts));
    if (due.length === 0) return this.journal.settleCorrection(tx, assessment);
    // Nobody settles by a page on which it did not stand yet: it is told that there is something new.
    await this.journal.moveAll(tx, [assessment.id], 'published');
    await this.journal.leaveCorrection(tx, { assessment, byUnit, reason: words(due.length) });
  }

  private async standingIn(
    tx: EntityManager,
    { groupId, period, unitId, now }: AskedMonth & { readonly now: Instant },
  ): Promise<(assessment: AssessmentRecord) => Standing> {
    const month = { groupId, period, unitId };
    const reviews = await this.reviews.of(tx, month);
    const recorded = await this.counted.recordedIn(tx, { ...month, now });
    return (assessment) => {
      const { fixed, judged } = reviews.fixedOf(assessment);
      const records = recorded(assessment.unitId);
      return {
        facts: correctionFacts(fixed, records, judged),
        overdue: overdueSince(fixed, records.owed, now),
        judgedAnew: judgedSince(fixed, records, judged),
      };
    };
  }
}

function wordsOf(reason: string): Word['words'] {
  return (count) => (count > 1 ? `${reason.replace(/。$/u, '')}，共${String(count)}处` : reason);
}

function restWords(count: number): string {
  return `更正以后还有${String(count)}处没照着算`;
}

function isTold({ state, currentReview }: AssessmentRecord): boolean {
  return state === 'published' && currentReview > 0;
}
