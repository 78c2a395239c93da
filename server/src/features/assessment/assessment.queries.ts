import { Injectable } from '@nestjs/common';
import {
  allowedAssessmentActions,
  EMPTY_DRAFT,
  objectionDays,
  type AssessmentView,
  type ObjectionView,
  type Review,
  type ReviewOfSheetView,
  type ScoreView,
  type SheetContent,
  type SheetDraft,
  type SheetView,
} from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import { regulationOf, type MonthCase, type MonthScore } from '@jiannuo/shared/scoring';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor } from '../../platform/identity';
import { SpotCheckQueries } from '../spot-checks';
import { ASSESSMENT_SELECT, situationOf, type AssessmentRecord } from './assessment.lock';
import { MonthMeasureQueries } from './month-measures';
import { MonthRecordQueries } from './month-records';

type Stored<T> = Omit<T, 'content'> & { readonly content: string };

/** Reads one county's month. */
@Injectable()
export class AssessmentQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly months: MonthRecordQueries,
    private readonly measures: MonthMeasureQueries,
    private readonly spotChecks: SpotCheckQueries,
  ) {}

  /** An assessment as its reader may see it: a draft only for the unit itself, a review that is not confirmed only for the lead unit. */
  async view(actor: Actor, id: string): Promise<AssessmentView> {
    const { groupId, unitId } = checkedScope(scopeOf(actor));
    const found = await this.database.row<AssessmentRecord>(`${ASSESSMENT_SELECT} AND a.id = ?`, [
      groupId,
      unitId,
      unitId,
      id,
    ]);
    if (found === null) throw DomainError.notFound('assessment.not-found');
    const isOwn = actor.unitId === found.unitId;
    const now = this.clock.now();
    const [month, recheck, draft, sheet, reviews, objections, scores, isDrawn] = await Promise.all([
      this.months.of(found),
      this.measures.recheckOf(found),
      isOwn ? this.draftOf(id) : NO_DRAFT,
      this.sheetOf(found),
      this.reviewsOf(found, isOwn),
      this.objectionsOf(id),
      this.scoresOf(id),
      this.spotChecks.isDrawn(groupId, found.period, found.unitId),
    ]);
    const { records } = month;
    const { period, state, version, dueAt, metAt, channel } = found;
    return {
      id,
      unitId: found.unitId,
      unitName: found.unitName,
      period,
      state,
      version,
      actions: allowedAssessmentActions(situationOf(found, actor, now)),
      serverNow: now,
      dueAt,
      metAt,
      channel,
      objectionClosesAt: found.objectionClosesAt,
      objectionWorkingDays: objectionDays(month.year.settings),
      isDrawn,
      regulationTitle: regulationOf(records.regulation)?.title ?? '',
      records,
      recheck,
      draft,
      sheet,
      review: reviews.at(-1) ?? null,
      earlierReviews: reviews.slice(0, -1),
      objections,
      scores,
    };
  }

  private async draftOf(id: string): Promise<AssessmentView['draft']> {
    const row = await this.database.row<Stored<AssessmentView['draft']>>(
      'SELECT revision, saved_at AS savedAt, content FROM assessment_draft WHERE assessment_id = ?',
      [id],
    );
    return row === null ? NO_DRAFT : { ...row, content: JSON.parse(row.content) as SheetDraft };
  }

  private async sheetOf({ id, currentSheet }: AssessmentRecord): Promise<SheetView | null> {
    const row = await this.database.row<Stored<SheetView>>(
      `SELECT number, content, content_hash AS contentHash, received_at AS receivedAt, by_name AS byName
       FROM assessment_sheet WHERE assessment_id = ? AND number = ? AND withdrawn_at IS NULL`,
      [id, currentSheet],
    );
    return row === null ? null : { ...row, content: JSON.parse(row.content) as SheetContent };
  }

  /** The reviews, oldest first; one that is not confirmed only for others than the unit itself. */
  private async reviewsOf({ id }: AssessmentRecord, isOwn: boolean): Promise<readonly ReviewOfSheetView[]> {
    const rows = await this.database.rows<{
      readonly number: number;
      readonly state: string;
      readonly scoreCase: string;
      readonly content: string;
      readonly byUnit: string;
      readonly at: Instant;
      readonly reason: string | null;
    }>(
      `SELECT number, state, score_case AS scoreCase, content, by_unit_name AS byUnit, at, reason FROM assessment_review
       WHERE assessment_id = ? ${isOwn ? `AND state = 'confirmed'` : ''} ORDER BY number`,
      [id],
    );
    return rows.map(({ number, state, scoreCase, content, byUnit, at, reason }) => ({
      number,
      isConfirmed: state === 'confirmed',
      month: JSON.parse(scoreCase) as MonthCase,
      review: JSON.parse(content) as Review,
      byUnit,
      at,
      reason: reason ?? '',
    }));
  }

  private async objectionsOf(id: string): Promise<readonly ObjectionView[]> {
    return this.database.rows<ObjectionView>(
      `SELECT number, review_number AS reviewNumber, line, text, by_name AS byName, at, answer, COALESCE(answer_reason, '') AS answerReason,
         answered_at AS answeredAt FROM assessment_objection WHERE assessment_id = ? ORDER BY number`,
      [id],
    );
  }

  private async scoresOf(id: string): Promise<readonly ScoreView[]> {
    const rows = await this.database.rows<{
      readonly number: number;
      readonly kind: ScoreView['kind'];
      readonly scoreCase: string;
      readonly result: string;
      readonly reason: string;
      readonly byUnit: string;
      readonly at: Instant;
    }>(
      `SELECT number, kind, score_case AS scoreCase, result, reason, by_unit_name AS byUnit, at
       FROM score WHERE assessment_id = ? ORDER BY number`,
      [id],
    );
    return rows.map(({ scoreCase, result, ...score }) => {
      const fixed = JSON.parse(result) as MonthScore;
      return { ...score, month: JSON.parse(scoreCase) as MonthCase, raw: fixed.raw.total, score: fixed.score };
    });
  }
}

const NO_DRAFT: AssessmentView['draft'] = { revision: 0, savedAt: null, content: EMPTY_DRAFT };
