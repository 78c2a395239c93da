import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { hundredthsOf } from '@jiannuo/shared/assessment';
import { canonicalJson, type Instant } from '@jiannuo/shared/kernel';
import { scoreMonth, totalOf, type MonthCase } from '@jiannuo/shared/scoring';
import { Ids } from '../../platform/clock';
import { batchesOf, insertRows, type SqlValue } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import type { AssessmentRecord } from './assessment.lock';

/** A month's score that is fixed now: everything but its points comes from the case. */
export interface FixedScore {
  readonly assessment: Pick<AssessmentRecord, 'id' | 'groupId' | 'unitId' | 'period'>;
  readonly month: MonthCase;
  readonly number: number;
  readonly kind: 'final' | 'correction';
  readonly reason: string;
}

/** Who fixes scores, and when. */
export interface Fixing {
  readonly actor: Actor;
  readonly now: Instant;
}

/** Rows of one statement; MySQL takes a packet of 16 MB. */
const AT_ONCE = 200;

/** Adds scores with the cases that they were made from. What was added is never changed. */
@Injectable()
export class ScoreRecords {
  constructor(private readonly ids: Ids) {}

  /** Scores the cases and keeps what they come to, in few statements; the next are scored while the database writes. */
  async add(tx: EntityManager, fixing: Fixing, scores: readonly FixedScore[]): Promise<void> {
    let writing: Promise<unknown> = Promise.resolve();
    try {
      for (const some of batchesOf(scores, AT_ONCE)) {
        const rows = some.map((score) => this.rowOf(fixing, score));
        await writing;
        writing = insertRows(tx, 'score', rows);
      }
    } finally {
      await writing;
    }
  }

  private rowOf({ actor, now }: Fixing, score: FixedScore): Readonly<Record<string, SqlValue>> {
    const { assessment, month, number, kind, reason } = score;
    const result = scoreMonth(month);
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
      reason,
      by_appointment_id: actor.appointmentId,
      by_name: actor.personName,
      by_unit_name: actor.unitName,
      at: now,
    };
  }
}
