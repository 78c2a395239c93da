import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decideAssessment, decidePublication, type AssessmentState } from '@jiannuo/shared/assessment';
import type { Period } from '@jiannuo/shared/kernel';
import { execute, forUpdate, rowsIn, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { GroupYears, HandIns } from '../../obligations';
import { AssessmentJournal, toldAtFirst } from '../assessment.journal';
import { allowed, ASSESSMENT_SELECT, situationOf, type AssessmentRecord } from '../assessment.lock';
import { MonthFinals } from './month-finals';
import { ScoreRecords } from '../scores/score.records';

/** How many counties were closed, and how many were stated anew instead. */
export interface ClosedMonth {
  readonly counties: number;
  readonly restated: number;
}

/** 全部定稿, 通报: what is done to a month of all counties at once. */
@Injectable()
export class MonthClosingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly years: GroupYears,
    private readonly finals: MonthFinals,
    private readonly scores: ScoreRecords,
    private readonly handIns: HandIns,
    private readonly journal: AssessmentJournal,
  ) {}

  /**
   * Makes final (全部定稿) every county of a month whose review stands: agreed, answered, or the days of objection have
   * run. Where something fell due since the review and was not met, the score is stated anew first (`restated`). `left`
   * counts those that are not final after it. Refused when there is none to make final, or the draw is still to come.
   */
  finalise(actor: Actor, period: Period): Promise<ClosedMonth & { readonly left: number }> {
    return this.transactions.run(async (tx, now) => {
      const { groupId } = scopeOf(actor);
      const { all, owing } = await this.lock(tx, groupId, period);
      const ready = all.filter((each) => decideAssessment('finalise', situationOf(each, actor, now)).ok);
      if (ready.length === 0) throw DomainError.conflict('assessment.none-to-finalise');
      const restated = await this.finals.fix(tx, { actor, now, groupId, period, unitId: null }, ready);
      const counties = ready.length - restated.size;
      const closed = all.filter(({ state }) => state === 'final' || state === 'published').length;
      return { counties, restated: restated.size, left: owing - closed - counties };
    });
  }

  /**
   * Tells all counties' scores of a month at once (附件2四), once every one of them is final. From then on a
   * month is only corrected, and what a county never handed in for it is asked for no more. Nothing is told where
   * something fell due since a review and was not met: that score is stated anew (`restated`), and made final again.
   */
  publish(actor: Actor, period: Period): Promise<ClosedMonth> {
    return this.transactions.run(async (tx, now) => {
      const { groupId } = scopeOf(actor);
      const { all, owing } = await this.lock(tx, groupId, period);
      const unbegun = Array.from({ length: owing - all.length }, (): AssessmentState => 'draft');
      allowed(decidePublication([...all.map(({ state }) => state), ...unbegun]));
      for (const each of all) allowed(decideAssessment('publish', situationOf(each, actor, now)));
      const month = { actor, now, groupId, period, unitId: null };
      const restated = await this.finals.restateOverdue(tx, month, all);
      if (restated.size > 0) return { counties: 0, restated: restated.size };
      await execute(
        tx,
        `UPDATE assessment SET state = 'published', published_at = ?, version = version + 1
         WHERE group_id = ? AND period = ? AND state = 'final'`,
        [now, groupId, period],
      );
      await this.handIns.closeMonth(tx, { groupId, period, unitIds: all.map(({ unitId }) => unitId) }, now);
      const points = await this.scores.inMonth(tx, groupId, period);
      await this.journal.recordAll(
        tx,
        all.map((assessment) => ({
          actor,
          assessment,
          action: 'publish',
          score: toldAtFirst(points.get(assessment.id)),
        })),
      );
      return { counties: all.length, restated: 0 };
    });
  }

  /** The month's assessments, locked, and how many counties owe one. Refused where the group scores nobody. */
  private async lock(
    tx: EntityManager,
    groupId: string,
    period: Period,
  ): Promise<{ readonly all: readonly AssessmentRecord[]; readonly owing: number }> {
    const year = await this.years.of(groupId, period, tx);
    if (year?.settings.regulation === undefined) throw DomainError.notFound('assessment.not-scored');
    const all = await rowsIn<AssessmentRecord>(
      tx,
      `${ASSESSMENT_SELECT} AND a.period = ? ORDER BY a.id${forUpdate(tx)}`,
      [groupId, null, null, period],
    );
    const [owed] = await rowsIn<{ n: number | string }>(
      tx,
      `SELECT COUNT(*) AS n FROM obligation WHERE group_id = ? AND period = ? AND kind = 'self-assessment'`,
      [groupId, period],
    );
    return { all, owing: Number(owed?.n ?? 0) };
  }
}
