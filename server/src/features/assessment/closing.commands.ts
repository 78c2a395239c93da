import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ASSESSMENT_LIMITS,
  decideAssessment,
  decidePublication,
  hundredthsOf,
  parseReason,
  parseReview,
  withVerdicts,
  type AssessmentState,
  type Review,
} from '@jiannuo/shared/assessment';
import { canonicalJson, type Instant, type Period } from '@jiannuo/shared/kernel';
import { scoreMonth, totalOf, type MonthCase } from '@jiannuo/shared/scoring';
import { Ids } from '../../platform/clock';
import { execute, forUpdate, insertRows, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { LedgerMeasures } from '../ledger';
import { AssessmentJournal } from './assessment.journal';
import { allowed, ASSESSMENT_SELECT, lockAssessment, situationOf, type AssessmentRecord } from './assessment.lock';
import { MonthRecordQueries } from './month-records';

/** 定稿, 通报, 更正: what fixes a month's score, tells it, and corrects it without rewriting it. */
@Injectable()
export class ClosingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly months: MonthRecordQueries,
    private readonly measures: LedgerMeasures,
    private readonly journal: AssessmentJournal,
  ) {}

  /**
   * Makes the reviewed score final (定稿), with what the spot check found since and the rulings that then hold. Never
   * before the month's spot check is drawn, where one was committed (Q17). The case that it was made from is kept with it.
   */
  finalise(actor: Actor, id: string): Promise<{ readonly version: number }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      const state = allowed(decideAssessment('finalise', situationOf(assessment, actor, now)));
      const { recordsOf, isDrawPending } = await this.months.in(tx, assessment);
      if (isDrawPending) throw DomainError.conflict('assessment.draw-first');
      const { month: reviewed, review } = await confirmedIn(tx, assessment);
      const { failedMeasures, rulings } = recordsOf(assessment.unitId);
      const measures = reviewed.measures.map((each) => ({
        ...each,
        failedSpotCheck: failedMeasures.includes(each.id),
      }));
      const month = withVerdicts({ ...reviewed, measures, rulings }, review.verdicts);
      await this.addScore(tx, { actor, assessment, month, number: 1, kind: 'final', reason: '', now });
      await this.measures.markScored(tx, { ...assessment, actor, now });
      await this.journal.move(tx, id, state);
      await this.journal.record(tx, { actor, assessment, action: 'finalise' });
      return { version: assessment.version + 1 };
    });
  }

  /** Tells all counties' scores of a month at once (附件2四), once every one of them is final. From then on a month is only corrected. */
  publish(actor: Actor, period: Period): Promise<{ readonly counties: number }> {
    return this.transactions.run(async (tx, now) => {
      const { groupId } = scopeOf(actor);
      await this.months.in(tx, { groupId, period, unitId: null });
      const all = await rowsIn<AssessmentRecord>(
        tx,
        `${ASSESSMENT_SELECT} AND a.period = ? ORDER BY a.id${forUpdate(tx)}`,
        [groupId, null, null, period],
      );
      const owing = await rowsIn<{ id: string }>(
        tx,
        `SELECT id FROM obligation WHERE group_id = ? AND period = ? AND kind = 'self-assessment'`,
        [groupId, period],
      );
      const states: readonly AssessmentState[] = [
        ...all.map(({ state }) => state),
        ...owing.slice(all.length).map(() => 'draft' as const),
      ];
      allowed(decidePublication(states));
      await execute(
        tx,
        `UPDATE assessment SET state = 'published', published_at = ?, version = version + 1
         WHERE group_id = ? AND period = ? AND state = 'final'`,
        [now, groupId, period],
      );
      for (const assessment of all) {
        allowed(decideAssessment('publish', situationOf(assessment, actor, now)));
        await this.journal.record(tx, { actor, assessment, action: 'publish' });
      }
      return { counties: all.length };
    });
  }

  /** Corrects a fixed score (更正) by verdicts with a reason: a new score beside the old one, which stays readable. */
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
      const { verdicts } = allowed(parseReview(input.review, before));
      const reason = allowed(parseReason(input.reason, '更正理由', ASSESSMENT_LIMITS.reason));
      const month = withVerdicts(before, verdicts);
      if (canonicalJson(month) === canonicalJson(before)) throw DomainError.invalid('assessment.correction-same');
      const number = latest.number + 1;
      await this.addScore(tx, { actor, assessment, month, number, kind: 'correction', reason, now });
      await this.journal.move(tx, id, state);
      await this.journal.record(tx, { actor, assessment, action: 'correct', reason, detail: { number } });
      return { version: assessment.version + 1 };
    });
  }

  private async addScore(tx: EntityManager, fixed: FixedScore): Promise<void> {
    const { actor, assessment, month, number, kind, reason, now } = fixed;
    const result = scoreMonth(month);
    await insertRows(tx, 'score', [
      {
        id: this.ids.next(),
        group_id: assessment.groupId,
        unit_id: assessment.unitId,
        period: assessment.period,
        assessment_id: assessment.id,
        number,
        kind,
        regulation: month.regulation,
        rulings: canonicalJson(month.rulings),
        score_case: canonicalJson(month),
        result: canonicalJson(result),
        raw_exact: totalOf(result.trace),
        raw_hundredths: hundredthsOf(result.raw.total),
        score_hundredths: hundredthsOf(result.score),
        reason,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        at: now,
      },
    ]);
  }
}

interface FixedScore {
  readonly actor: Actor;
  readonly assessment: AssessmentRecord;
  readonly month: MonthCase;
  readonly number: number;
  readonly kind: 'final' | 'correction';
  readonly reason: string;
  readonly now: Instant;
}

async function confirmedIn(
  tx: EntityManager,
  { id, currentReview }: AssessmentRecord,
): Promise<{ readonly month: MonthCase; readonly review: Review }> {
  const [row] = await rowsIn<{ scoreCase: string; content: string }>(
    tx,
    `SELECT score_case AS scoreCase, content FROM assessment_review
     WHERE assessment_id = ? AND number = ? AND state = 'confirmed'`,
    [id, currentReview],
  );
  if (row === undefined) throw new Error(`Assessment ${id} has no confirmed review.`);
  return { month: JSON.parse(row.scoreCase) as MonthCase, review: JSON.parse(row.content) as Review };
}
