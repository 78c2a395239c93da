import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  decideAssessment,
  decidePublication,
  type AssessmentAction,
  type AssessmentListView,
  type AssessmentRow,
  type AssessmentState,
} from '@jiannuo/shared/assessment';
import { addMonths, type Instant, type Period } from '@jiannuo/shared/kernel';
import { Clock } from '../../../platform/clock';
import { Database, placesFor, rowsIn } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { checkedScope, type Scope } from '../../../platform/identity';
import { PublishedMonths } from '../../information';
import { GroupYears, ObligationRecords, type RecordProgress } from '../../obligations';
import { OpenEnds } from './open-ends';

interface ListRow extends Omit<AssessmentRow, 'state' | 'isUnderReview' | 'isTakenBack'> {
  readonly dueAt: Instant;
  readonly state: AssessmentState | null;
  readonly reviewState: string | null;
  /** The sheet that was handed in last; 0 while there was none. */
  readonly currentSheet: number | null;
  readonly objectionClosesAt: Instant | null;
}

/** Reads a month of all counties, and tells other subjects how far months have come. */
@Injectable()
export class MonthListQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: GroupYears,
    private readonly records: ObligationRecords,
    private readonly published: PublishedMonths,
    private readonly openEnds: OpenEnds,
  ) {}

  onModuleInit(): void {
    this.records.register((unitId, ids) => this.progressOf(unitId, ids));
    this.published.register(async (tx, groupId, period) => {
      const sql = `SELECT id FROM assessment WHERE group_id = ? AND period = ? AND state = 'published' LIMIT 1`;
      return (await rowsIn(tx, sql, [groupId, period])).length > 0;
    });
  }

  /** The lead unit's month: every county that is scored, in the official order. It names no score, and is sorted by none. */
  async list(scope: Scope, asked: Period | null): Promise<AssessmentListView> {
    const { groupId } = checkedScope(scope);
    const period = asked ?? (await this.years.currentPeriod(groupId));
    const year = period === null ? null : await this.years.of(groupId, period);
    if (period === null || year?.settings.regulation === undefined) throw DomainError.notFound('assessment.not-scored');
    const found = await this.database.rows<ListRow>(
      `SELECT a.id AS assessmentId, o.id AS obligationId, u.id AS unitId, u.name AS unitName, a.state,
         o.met_at AS metAt, o.due_at AS dueAt, a.objection_closes_at AS objectionClosesAt, a.current_sheet AS currentSheet,
         (SELECT w.state FROM assessment_review w WHERE w.assessment_id = a.id AND w.number = a.current_review)
           AS reviewState
       FROM obligation o JOIN unit u ON u.id = o.unit_id LEFT JOIN assessment a ON a.obligation_id = o.id
       WHERE o.group_id = ? AND o.period = ? AND o.kind = 'self-assessment' ORDER BY u.number, o.id`,
      [groupId, period],
    );
    const now = this.clock.now();
    const rows = found.map((row) => rowOf(row, now));
    const { firstPeriod, lastPeriod } = year.settings;
    return {
      period,
      serverNow: now,
      previousPeriod: period > firstPeriod ? addMonths(period, -1) : null,
      nextPeriod: period < lastPeriod ? addMonths(period, 1) : null,
      dueAt: found[0]?.dueAt ?? null,
      rows,
      finalisable: found.filter((row) => isPossible('finalise', row, now)).length,
      mayPublish: decidePublication(rows.map(({ state }) => state)).ok,
      openEnds: await this.openEnds.of(scope, period, rows),
      isDrawPending: await this.openEnds.isDrawPending(scope, period),
    };
  }

  private async progressOf(unitId: string, ids: readonly string[]): Promise<readonly RecordProgress[]> {
    const sql = `SELECT a.obligation_id AS obligationId, a.id AS recordId, a.state, 0 AS filled, 0 AS total,
        d.saved_at AS savedAt
      FROM assessment a JOIN assessment_draft d ON d.assessment_id = a.id
      WHERE a.unit_id = ? AND a.obligation_id IN (${placesFor(ids)})`;
    return this.database.rows<RecordProgress>(sql, [unitId, ...ids]);
  }
}

/** Whether the lead unit could do this with a county's month, by the one table. */
function isPossible(
  action: AssessmentAction,
  { state, dueAt, metAt, objectionClosesAt }: ListRow,
  now: Instant,
): boolean {
  const situation = { role: 'lead-officer', isOwn: false, channel: null } as const;
  return state !== null && decideAssessment(action, { ...situation, state, dueAt, metAt, objectionClosesAt, now }).ok;
}

function rowOf(row: ListRow, now: Instant): AssessmentRow {
  const { assessmentId, obligationId, unitId, unitName, metAt, reviewState, currentSheet } = row;
  const state = row.state ?? 'draft';
  return {
    assessmentId,
    obligationId,
    unitId,
    unitName,
    metAt,
    state,
    isUnderReview: reviewState === 'draft' && isPossible('review', row, now),
    isTakenBack: state === 'draft' && metAt === null && (currentSheet ?? 0) > 0,
  };
}
