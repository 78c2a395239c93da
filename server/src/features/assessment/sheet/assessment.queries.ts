import { Injectable } from '@nestjs/common';
import {
  allowedAssessmentActions,
  confirmRefusal,
  EMPTY_DRAFT,
  namesOf,
  objectionDays,
  type AssessmentView,
  type ObjectionView,
  type ReviewOfSheetView,
  type ScoreView,
  type SheetDraft,
  type SheetView,
} from '@jiannuo/shared/assessment';
import { regulationOf, type MonthCase, type Names } from '@jiannuo/shared/scoring';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { checkedScope, scopeOf, type Actor } from '../../../platform/identity';
import { ASSESSMENT_SELECT, situationOf, type AssessmentRecord } from '../assessment.lock';
import { CaseNameQueries } from '../case-names.queries';
import { MonthMeasureQueries } from '../month/month-measures';
import { PublishedFacts } from '../month/published-facts';
import { MonthRecordQueries } from '../month/month-records';
import {
  REVIEW_COLUMNS,
  reviewIn,
  SCORE_COLUMNS,
  scoreIn,
  SHEET_COLUMNS,
  sheetIn,
  type ReviewRow,
  type ScoreRow,
  type SheetRow,
} from '../scores/stored-numbers';

type Stored<T> = Omit<T, 'content'> & { readonly content: string };

/** Reads one county's month. */
@Injectable()
export class AssessmentQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly months: MonthRecordQueries,
    private readonly measures: MonthMeasureQueries,
    private readonly names: CaseNameQueries,
    private readonly facts: PublishedFacts,
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
    const situation = situationOf(found, actor, now);
    const [month, recheck, draft, sheets, reviews, objections, scores, isDrawn] = await Promise.all([
      this.months.of(found),
      this.measures.recheckOf(found),
      isOwn ? this.draftOf(id) : NO_DRAFT,
      this.sheetsOf(id),
      this.reviewsOf(found, isOwn),
      this.objectionsOf(id),
      this.scoresOf(id),
      this.months.isDrawn(found),
    ]);
    const correctionFacts = actor.role === 'lead-officer' ? await this.facts.dueNow(found, now) : [];
    const { records, register } = month;
    const { period, state, version, dueAt, metAt, channel } = found;
    return {
      id,
      unitId: found.unitId,
      unitName: found.unitName,
      period,
      state,
      version,
      actions: allowedAssessmentActions({ ...situation, isCorrectionDue: correctionFacts.length > 0 }),
      confirmRefusal: confirmRefusal(situation),
      correctionFacts,
      serverNow: now,
      dueAt,
      metAt,
      channel,
      objectionClosesAt: found.objectionClosesAt,
      objectionWorkingDays: objectionDays(month.year.settings),
      isDrawn,
      regulationTitle: regulationOf(records.regulation)?.title ?? '',
      records,
      formerNames: await this.formerNames(groupId, namesOf(records), [
        ...sheets.map(({ content }) => content.month),
        ...[...reviews, ...scores].map(({ month: counted }) => counted),
      ]),
      register,
      recheck,
      draft,
      sheet: sheets.at(-1) ?? null,
      earlierSheets: sheets.slice(0, -1),
      review: reviews.at(-1) ?? null,
      earlierReviews: reviews.slice(0, -1),
      objections,
      scores,
    };
  }

  /** What was counted once and the records count no more is named as it is called. */
  private formerNames(groupId: string, known: Names, cases: readonly MonthCase[]): Promise<Names> {
    const isKnown = ({ id }: { readonly id: string }): boolean => known[id] !== undefined;
    const strange = cases.filter(
      ({ measures, obligations, information, adjustments }) =>
        ![...measures, ...obligations, ...information, ...adjustments].every(isKnown),
    );
    return this.names.of(groupId, strange);
  }

  private async draftOf(id: string): Promise<AssessmentView['draft']> {
    const row = await this.database.row<Stored<AssessmentView['draft']>>(
      'SELECT revision, saved_at AS savedAt, content FROM assessment_draft WHERE assessment_id = ?',
      [id],
    );
    return row === null ? NO_DRAFT : { ...row, content: JSON.parse(row.content) as SheetDraft };
  }

  /** The sheets that were not taken back, oldest first. */
  private async sheetsOf(id: string): Promise<readonly SheetView[]> {
    const rows = await this.database.rows<SheetRow>(
      `SELECT ${SHEET_COLUMNS} FROM assessment_sheet t
       WHERE t.assessment_id = ? AND t.withdrawn_at IS NULL ORDER BY t.number`,
      [id],
    );
    return rows.map(sheetIn);
  }

  /** The reviews, oldest first; one that is not confirmed only for others than the unit itself. */
  private async reviewsOf({ id }: AssessmentRecord, isOwn: boolean): Promise<readonly ReviewOfSheetView[]> {
    const rows = await this.database.rows<ReviewRow>(
      `SELECT ${REVIEW_COLUMNS} FROM assessment_review r
       WHERE r.assessment_id = ? ${isOwn ? `AND r.state = 'confirmed'` : ''} ORDER BY r.number`,
      [id],
    );
    return rows.map(reviewIn);
  }

  private async objectionsOf(id: string): Promise<readonly ObjectionView[]> {
    return this.database.rows<ObjectionView>(
      `SELECT number, review_number AS reviewNumber, line, text, by_name AS byName, at, answer, COALESCE(answer_reason, '') AS answerReason,
         answered_at AS answeredAt FROM assessment_objection WHERE assessment_id = ? ORDER BY number`,
      [id],
    );
  }

  private async scoresOf(id: string): Promise<readonly ScoreView[]> {
    const rows = await this.database.rows<ScoreRow>(
      `SELECT ${SCORE_COLUMNS} FROM score s WHERE s.assessment_id = ? ORDER BY s.number`,
      [id],
    );
    return rows.map(scoreIn);
  }
}

const NO_DRAFT: AssessmentView['draft'] = { revision: 0, savedAt: null, content: EMPTY_DRAFT };
