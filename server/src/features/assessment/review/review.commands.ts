import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ASSESSMENT_LIMITS,
  caseOf,
  decideAnswer,
  decideAssessment,
  decideFindings,
  decideObjection,
  decideReview,
  decideUpheld,
  objectionDays,
  objectionClosesAt,
  parseLine,
  parseReason,
  parseReview,
  exactReviewed,
  reviewedTotal,
  reviewedWords,
  sheetPoints,
  type HeardObjection,
  type Review,
  type SheetContent,
  type SheetPoints,
} from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import type { MonthCase } from '@jiannuo/shared/scoring';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, rowsIn, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { HandIns } from '../../obligations';
import { AssessmentJournal } from '../assessment.journal';
import { allowed, lockAssessment, situationOf, type AssessmentRecord } from '../assessment.lock';
import { MonthRecordQueries } from '../month/month-records';
import { RestatedMonths } from '../month/restated-months';
import { upheldIn } from './upheld.records';

/** What the lead unit sends: its verdicts, and the version of the assessment that it read. */
export interface ReviewRequest {
  readonly version: number;
  readonly review: unknown;
}

/** The lead unit's review (复核) and what follows from it until the score is final. */
@Injectable()
export class ReviewCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly months: MonthRecordQueries,
    private readonly handIns: HandIns,
    private readonly journal: AssessmentJournal,
    private readonly restated: RestatedMonths,
  ) {}

  /** Keeps the verdicts as far as they go (先存着). Refused when the sheet was taken back or somebody else reviewed meanwhile. */
  save(actor: Actor, id: string, request: ReviewRequest): Promise<{ readonly version: number }> {
    return this.transactions.run(async (tx, now) => {
      const { assessment, month, review } = await this.read(tx, { actor, id, request, now, action: 'review' });
      await this.write(tx, { actor, assessment, month, review, isConfirmed: false, now });
      await this.journal.move(tx, id, assessment.state);
      return { version: assessment.version + 1 };
    });
  }

  /**
   * Confirms the review (附件2三（二）): its numbers stand unless the county objects within its days (Q18). Every line
   * that differs from the county's own has its reason (R50). A sheet that never came is not asked for any more.
   */
  confirm(actor: Actor, id: string, request: ReviewRequest): Promise<{ readonly version: number }> {
    return this.transactions.run(async (tx, now) => {
      const { assessment, month, review, self, workingDays, calendar } = await this.read(tx, {
        actor,
        id,
        request,
        now,
        action: 'confirm',
      });
      allowed(decideFindings(month, review, false));
      allowed(decideReview(self, month, review));
      const upheld = await upheldIn(tx, id);
      if (upheld !== null) allowed(decideUpheld(upheld.lines, upheld.before, { month, review }));
      const state = allowed(decideAssessment('confirm', situationOf(assessment, actor, now)));
      const number = await this.write(tx, { actor, assessment, month, review, isConfirmed: true, now });
      const closesAt = objectionClosesAt(now, workingDays, calendar);
      await execute(tx, 'UPDATE assessment SET objection_closes_at = ? WHERE id = ?', [closesAt, id]);
      if (assessment.metAt === null) await this.handIns.close(tx, [assessment.obligationId], now);
      await this.journal.move(tx, id, state);
      const words = reviewedWords(exactReviewed(month, review), self?.exactTotal ?? null);
      const told = { before: self?.total ?? null, after: reviewedTotal(month, review), words, closesAt };
      const detail = { number, verdicts: review.verdicts.length };
      await this.journal.record(tx, { actor, assessment, action: 'confirm', told, detail });
      return { version: assessment.version + 1 };
    });
  }

  /**
   * The county has no objection (没有异议): the score can be made final before the days have run. Refused where its
   * number is no longer the one that was read.
   */
  agree(actor: Actor, id: string, { version }: { readonly version: number }): Promise<{ readonly version: number }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      if (assessment.version !== version) throw DomainError.conflict('assessment.reviewed-anew');
      const state = allowed(decideAssessment('agree', situationOf(assessment, actor, now)));
      await this.journal.move(tx, id, state);
      await this.journal.record(tx, { actor, assessment, action: 'agree' });
      return { version: assessment.version + 1 };
    });
  }

  /** The county objects (异议) to one line of the review, with its reason; to each line once (Q18). */
  object(
    actor: Actor,
    id: string,
    input: { readonly line: unknown; readonly text: unknown },
  ): Promise<{ readonly version: number }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      const line = allowed(parseLine(input.line));
      const text = allowed(parseReason(input.text, '异议', ASSESSMENT_LIMITS.remark));
      const made = await objectionsIn(tx, id);
      const heard = made.filter(({ reviewNumber }) => reviewNumber === assessment.currentReview);
      const state = allowed(decideObjection(situationOf(assessment, actor, now), line, heard));
      await insertRows(tx, 'assessment_objection', [
        {
          id: this.ids.next(),
          assessment_id: id,
          number: made.length + 1,
          review_number: assessment.currentReview,
          line,
          text,
          by_appointment_id: actor.appointmentId,
          by_name: actor.personName,
          at: now,
        },
      ]);
      await this.journal.move(tx, id, state);
      await this.journal.record(tx, { actor, assessment, action: 'object', reason: text, detail: { line } });
      return { version: assessment.version + 1 };
    });
  }

  /**
   * Answers one objection with a reason. After the last of a review the month is reviewed anew where any was upheld, or
   * the review stands, its days run on, and what was found or ruled meanwhile is stated anew.
   */
  answer(
    actor: Actor,
    id: string,
    input: { readonly number: number; readonly isUpheld: boolean; readonly reason: unknown },
  ): Promise<{ readonly version: number }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      const { number, isUpheld } = input;
      const heard = (await objectionsIn(tx, id)).filter(
        ({ reviewNumber }) => reviewNumber === assessment.currentReview,
      );
      const state = allowed(decideAnswer(isUpheld, situationOf(assessment, actor, now), { number, heard }));
      const reason = allowed(parseReason(input.reason, '答复', ASSESSMENT_LIMITS.reason));
      await execute(
        tx,
        `UPDATE assessment_objection SET answer = ?, answer_reason = ?, answered_by_name = ?, answered_at = ?
         WHERE assessment_id = ? AND number = ?`,
        [isUpheld ? 'upheld' : 'refused', reason, actor.personName, now, id, number],
      );
      await this.journal.move(tx, id, state);
      const action = isUpheld ? 'uphold' : 'refuse-objection';
      await this.journal.record(tx, { actor, assessment, action, reason, detail: { number } });
      // What was found or ruled while the objection was open is told now, with its own days.
      const { groupId, period, unitId } = assessment;
      const moved = { actor, now, groupId, period, unitId, reason: '异议期间抽查结果、口径或台账有变' };
      await this.restated.restate(tx, moved, [{ ...assessment, state }]);
      return { version: assessment.version + 1 };
    });
  }

  private async read(tx: EntityManager, asked: Asked): Promise<ReadReview> {
    const { actor, id, request, now, action } = asked;
    const assessment = await lockAssessment(tx, scopeOf(actor), id);
    if (assessment.version !== request.version) throw DomainError.conflict('assessment.review-behind');
    allowed(decideAssessment(action, situationOf(assessment, actor, now)));
    const { records, year } = await this.months.of(assessment, tx);
    const month = caseOf(records, now);
    const review = allowed(parseReview(request.review, month));
    const { settings } = year;
    return {
      assessment,
      month,
      review,
      self: await selfIn(tx, assessment),
      workingDays: objectionDays(settings),
      calendar: settings.calendar,
    };
  }

  private async write(tx: EntityManager, facts: WrittenReview): Promise<number> {
    const { actor, assessment, month, review, isConfirmed, now } = facts;
    const { id, currentReview, currentSheet } = assessment;
    const drafts = await rowsIn<{ number: number }>(
      tx,
      `SELECT number FROM assessment_review WHERE assessment_id = ? AND number = ? AND state = 'draft'`,
      [id, currentReview],
    );
    const values = {
      sheet_number: currentSheet,
      state: isConfirmed ? 'confirmed' : 'draft',
      score_case: JSON.stringify(month),
      content: JSON.stringify(review),
      by_appointment_id: actor.appointmentId,
      by_name: actor.personName,
      by_unit_name: actor.unitName,
      at: now,
    };
    if (drafts.length > 0) {
      const columns = Object.keys(values).map((column) => `${column} = ?`);
      await execute(tx, `UPDATE assessment_review SET ${columns.join(', ')} WHERE assessment_id = ? AND number = ?`, [
        ...Object.values(values),
        id,
        currentReview,
      ]);
      return currentReview;
    }
    const number = currentReview + 1;
    await insertRows(tx, 'assessment_review', [{ id: this.ids.next(), assessment_id: id, number, ...values }]);
    await execute(tx, 'UPDATE assessment SET current_review = ? WHERE id = ?', [number, id]);
    return number;
  }
}

interface Asked {
  readonly actor: Actor;
  readonly id: string;
  readonly request: ReviewRequest;
  readonly now: Instant;
  readonly action: 'review' | 'confirm';
}

interface ReadReview {
  readonly assessment: AssessmentRecord;
  readonly month: MonthCase;
  readonly review: Review;
  readonly self: SheetPoints | null;
  readonly workingDays: number;
  readonly calendar: Parameters<typeof objectionClosesAt>[2];
}

interface WrittenReview extends Pick<ReadReview, 'assessment' | 'month' | 'review'> {
  readonly actor: Actor;
  readonly isConfirmed: boolean;
  readonly now: Instant;
}

/** Everything that the county objected to, oldest first. */
function objectionsIn(tx: EntityManager, id: string): Promise<readonly HeardObjection[]> {
  return rowsIn<HeardObjection>(
    tx,
    `SELECT number, review_number AS reviewNumber, line, answer FROM assessment_objection
     WHERE assessment_id = ? ORDER BY number`,
    [id],
  );
}

/** The county's own points of the sheet that is in; null where none is. */
async function selfIn(tx: EntityManager, { id, currentSheet }: AssessmentRecord): Promise<SheetPoints | null> {
  const [sheet] = await rowsIn<{ content: string }>(
    tx,
    'SELECT content FROM assessment_sheet WHERE assessment_id = ? AND number = ? AND withdrawn_at IS NULL',
    [id, currentSheet],
  );
  if (sheet === undefined) return null;
  const { month, draft } = JSON.parse(sheet.content) as SheetContent;
  return sheetPoints(month, draft.scores);
}
