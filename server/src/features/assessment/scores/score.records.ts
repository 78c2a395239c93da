import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hundredthsOf, pointsOfHundredths, type RecordedMonth, type Review } from '@jiannuo/shared/assessment';
import { canonicalJson, type Instant, type Period } from '@jiannuo/shared/kernel';
import { scoreMonth, totalOf, type MonthCase, type MonthScore } from '@jiannuo/shared/scoring';
import { Ids } from '../../../platform/clock';
import { batchesOf, execute, insertRows, rowsIn, type SqlValue } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import type { ToldPoints } from '../assessment.journal';
import type { AssessmentRecord } from '../assessment.lock';

/** A month's score that is fixed now: everything but its points comes from the case. */
export interface FixedScore {
  readonly assessment: Pick<AssessmentRecord, 'id' | 'groupId' | 'unitId' | 'period'>;
  readonly month: MonthCase;
  readonly number: number;
  readonly kind: 'final' | 'correction';
  /** What a correction said of each thing; null where it is none. */
  readonly review: Review | null;
  /** What the records said when it was corrected; left out where it is none. */
  readonly records?: RecordedMonth;
  readonly reason: string;
}

/** Who fixes scores, and when. */
export interface Fixing {
  readonly actor: Actor;
  readonly now: Instant;
}

/** What a fixed score comes to, before the factor and after it. */
export type Points = Pick<ToldPoints, 'raw' | 'score'>;

/** Rows of one statement: text that lives for four times as many costs twice the time, for it outlives the young memory. */
const AT_ONCE = 50;

/** Adds scores with the cases that they were made from. No number is ever changed. */
@Injectable()
export class ScoreRecords {
  constructor(private readonly ids: Ids) {}

  /**
   * Scores the cases and keeps what they come to, in few statements; the next are scored while the database writes.
   * Answers the points by assessment.
   */
  async add(tx: EntityManager, fixing: Fixing, scores: readonly FixedScore[]): Promise<ReadonlyMap<string, Points>> {
    const points = new Map<string, Points>();
    let writing: Promise<unknown> = Promise.resolve();
    try {
      for (const some of batchesOf(scores, AT_ONCE)) {
        const rows = some.map((score) => {
          const result = scoreMonth(score.month);
          points.set(score.assessment.id, { raw: result.raw.total, score: result.score });
          return this.rowOf(fixing, score, result);
        });
        await writing;
        writing = insertRows(tx, 'score', rows);
      }
    } finally {
      await writing;
    }
    return points;
  }

  /** Keeps what is judged by now beside the last score of an assessment. */
  async judgeAnew(tx: EntityManager, assessmentId: string, judged: RecordedMonth): Promise<void> {
    const sql = 'SELECT id FROM score WHERE assessment_id = ? ORDER BY number DESC LIMIT 1';
    const [last] = await rowsIn<{ readonly id: string }>(tx, sql, [assessmentId]);
    await execute(tx, 'UPDATE score SET records = ? WHERE id = ?', [canonicalJson(judged), last?.id ?? '']);
  }

  /** What the scores that hold in a month come to, by assessment. */
  async inMonth(tx: EntityManager, groupId: string, period: Period): Promise<ReadonlyMap<string, Points>> {
    const rows = await rowsIn<{ readonly id: string; readonly raw: number; readonly score: number }>(
      tx,
      `SELECT assessment_id AS id, raw_hundredths AS raw, score_hundredths AS score FROM score
       WHERE group_id = ? AND period = ? ORDER BY number`,
      [groupId, period],
    );
    return new Map(
      rows.map(({ id, raw, score }) => [id, { raw: pointsOfHundredths(raw), score: pointsOfHundredths(score) }]),
    );
  }

  private rowOf({ actor, now }: Fixing, score: FixedScore, result: MonthScore): Readonly<Record<string, SqlValue>> {
    const { assessment, month, number, kind, review, records, reason } = score;
    return {
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
      review: review === null ? null : canonicalJson(review),
      records: records === undefined ? null : canonicalJson(records),
      reason,
      by_appointment_id: actor.appointmentId,
      by_name: actor.personName,
      by_unit_name: actor.unitName,
      at: now,
    };
  }
}
