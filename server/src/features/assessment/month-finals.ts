import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { finalCaseOf, type Review } from '@jiannuo/shared/assessment';
import type { Period } from '@jiannuo/shared/kernel';
import type { MonthCase } from '@jiannuo/shared/scoring';
import { rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { LedgerMeasures } from '../ledger';
import { AssessmentJournal } from './assessment.journal';
import type { AssessmentRecord } from './assessment.lock';
import { MonthRecordQueries } from './month-records';
import { ScoreRecords, type Fixing, type FixedScore } from './score.records';

/** A month of a group, or of one unit of it, that is being made final. */
export interface FixedMonth extends Fixing {
  readonly groupId: string;
  readonly period: Period;
  readonly unitId: string | null;
}

interface ReviewRow {
  readonly id: string;
  readonly scoreCase: string;
  readonly content: string;
}

const CONFIRMED = `SELECT r.assessment_id AS id, r.score_case AS scoreCase, r.content
  FROM assessment a JOIN assessment_review r ON r.assessment_id = a.id AND r.number = a.current_review
  WHERE a.group_id = ? AND a.period = ? AND (? IS NULL OR a.unit_id = ?) AND r.state = 'confirmed'`;

/** Makes reviewed months final (定稿). The number of statements grows with the counties only by whole batches. */
@Injectable()
export class MonthFinals {
  constructor(
    private readonly months: MonthRecordQueries,
    private readonly scores: ScoreRecords,
    private readonly measures: LedgerMeasures,
    private readonly journal: AssessmentJournal,
  ) {}

  /**
   * Fixes the scores of these locked assessments of the month, whose reviews are confirmed: with what the spot check
   * found and the rulings that hold. Refused before the month's spot check is drawn, where one was promised (Q17).
   */
  async fix(tx: EntityManager, month: FixedMonth, assessments: readonly AssessmentRecord[]): Promise<void> {
    const { actor, groupId, period, unitId, now } = month;
    const { recordsOf, isDrawPending } = await this.months.in(tx, { groupId, period, unitId });
    if (isDrawPending) throw DomainError.conflict('assessment.draw-first');
    const reviews = new Map(
      (await rowsIn<ReviewRow>(tx, CONFIRMED, [groupId, period, unitId, unitId])).map((row) => [row.id, row]),
    );
    const fixed = assessments.map((assessment): FixedScore => {
      const reviewed = reviewedOf(assessment, reviews.get(assessment.id));
      const final = finalCaseOf(reviewed, recordsOf(assessment.unitId));
      return { assessment, month: final, number: 1, kind: 'final', reason: '' };
    });
    await this.scores.add(tx, month, fixed);
    const unitIds = assessments.map(({ unitId: unit }) => unit);
    await this.measures.markScored(tx, { actor, groupId, period, unitIds, now });
    await this.journal.moveAll(
      tx,
      assessments.map(({ id }) => id),
      'final',
    );
    await this.journal.recordAll(
      tx,
      assessments.map((assessment) => ({ actor, assessment, action: 'finalise' })),
    );
  }
}

function reviewedOf(
  { id }: AssessmentRecord,
  row: ReviewRow | undefined,
): { readonly month: MonthCase; readonly review: Review } {
  if (row === undefined) throw new Error(`Assessment ${id} has no confirmed review.`);
  return { month: JSON.parse(row.scoreCase) as MonthCase, review: JSON.parse(row.content) as Review };
}
