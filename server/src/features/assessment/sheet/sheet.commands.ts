import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  caseOf,
  decideAssessment,
  EMPTY_DRAFT,
  parseSheetDraft,
  sheetPoints,
  withStatements,
  type SheetContent,
} from '@jiannuo/shared/assessment';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, lockRow, rowsIn, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { checkedScope, scopeOf, type Actor } from '../../../platform/identity';
import { HandIns } from '../../obligations';
import { AssessmentJournal, sealed } from '../assessment.journal';
import { allowed, lockAssessment, situationOf, type AssessmentRecord } from '../assessment.lock';
import { MonthRecordQueries } from '../month/month-records';

/** What a device hands in: the draft upon which it stands, and the total that its reader saw. */
export interface SheetSubmission {
  readonly revision: number;
  readonly total: string;
  readonly content: unknown;
}

interface OwedAssessment {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
}

/** A county's sheet (自查评分表, annex 3): begun, kept, handed in, taken back. */
@Injectable()
export class SheetCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly months: MonthRecordQueries,
    private readonly handIns: HandIns,
    private readonly journal: AssessmentJournal,
  ) {}

  /** The assessment that answers an obligation, begun now if there was none. Two at once get the same one. */
  open(actor: Actor, obligationId: string): Promise<{ readonly assessmentId: string }> {
    return this.transactions.run(async (tx, now) => {
      const { groupId, unitId } = checkedScope(scopeOf(actor));
      await lockRow(tx, 'obligation', obligationId);
      const [owed] = await rowsIn<OwedAssessment>(
        tx,
        `SELECT id, group_id AS groupId, unit_id AS unitId, period FROM obligation
         WHERE id = ? AND kind = 'self-assessment' AND group_id = ? AND (? IS NULL OR unit_id = ?)`,
        [obligationId, groupId, unitId, unitId],
      );
      if (owed === undefined) throw DomainError.notFound('assessment.not-found');
      return { assessmentId: await this.ensure(tx, owed, now) };
    });
  }

  /** Keeps the county's part of its sheet. Refused when another device kept something since `revision`. */
  save(
    actor: Actor,
    id: string,
    { revision, content }: Pick<SheetSubmission, 'revision' | 'content'>,
  ): Promise<{ readonly revision: number; readonly savedAt: Instant }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      allowed(decideAssessment('edit', situationOf(assessment, actor, now)));
      const { records } = await this.months.of(assessment, tx);
      const draft = allowed(parseSheetDraft(content, caseOf(records, now, true)));
      await checkRevision(tx, id, revision);
      await execute(
        tx,
        'UPDATE assessment_draft SET content = ?, revision = revision + 1, saved_at = ? WHERE assessment_id = ?',
        [JSON.stringify(draft), now, id],
      );
      return { revision: revision + 1, savedAt: now };
    });
  }

  /**
   * Hands in (附件2三（一）): the county's part with the case that it stands on, for ever. The first hand-in meets the
   * obligation. Refused when the records moved so that the total is another than the one that was read.
   */
  submit(actor: Actor, id: string, submission: SheetSubmission): Promise<{ readonly number: number }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      const state = allowed(decideAssessment('submit', situationOf(assessment, actor, now)));
      const found = await this.months.of(assessment, tx);
      const records = caseOf(found.records, now, true);
      const draft = allowed(parseSheetDraft(submission.content, records));
      await checkRevision(tx, id, submission.revision);
      const month = withStatements(records, draft);
      const { total } = sheetPoints(month, draft.scores);
      if (total !== submission.total) throw DomainError.conflict('assessment.records-moved');
      const content: SheetContent = { draft, month, total };
      const number = await this.addSheet(tx, { actor, assessment, content, now });
      await this.journal.move(tx, id, state);
      await this.journal.record(tx, { actor, assessment, action: 'submit', detail: { number, total } });
      return { number };
    });
  }

  /** Takes the sheet back before the due time: it is owed again. What was handed in stays readable. */
  withdraw(actor: Actor, id: string): Promise<{ readonly assessmentId: string }> {
    return this.transactions.run(async (tx, now) => {
      const assessment = await lockAssessment(tx, scopeOf(actor), id);
      const state = allowed(decideAssessment('withdraw', situationOf(assessment, actor, now)));
      await execute(tx, 'UPDATE assessment_sheet SET withdrawn_at = ? WHERE assessment_id = ? AND number = ?', [
        now,
        id,
        assessment.currentSheet,
      ]);
      await this.handIns.reopen(tx, assessment.obligationId);
      await this.journal.move(tx, id, state);
      await this.journal.record(tx, { actor, assessment, action: 'withdraw' });
      return { assessmentId: id };
    });
  }

  private async ensure(tx: EntityManager, owed: OwedAssessment, now: Instant): Promise<string> {
    const [known] = await rowsIn<{ id: string }>(tx, 'SELECT id FROM assessment WHERE obligation_id = ?', [owed.id]);
    if (known !== undefined) return known.id;
    await this.months.of(owed, tx);
    const id = this.ids.next();
    await insertRows(tx, 'assessment', [
      {
        id,
        group_id: owed.groupId,
        unit_id: owed.unitId,
        period: owed.period,
        obligation_id: owed.id,
        state: 'draft',
        current_sheet: 0,
        current_review: 0,
        version: 1,
        opened_at: now,
      },
    ]);
    const content = JSON.stringify(EMPTY_DRAFT);
    await insertRows(tx, 'assessment_draft', [{ assessment_id: id, revision: 1, saved_at: null, content }]);
    return id;
  }

  private async addSheet(
    tx: EntityManager,
    facts: {
      readonly actor: Actor;
      readonly assessment: AssessmentRecord;
      readonly content: SheetContent;
      readonly now: Instant;
    },
  ): Promise<number> {
    const { actor, assessment, content, now } = facts;
    const number = assessment.currentSheet + 1;
    const { text, hash } = sealed(content);
    await insertRows(tx, 'assessment_sheet', [
      {
        id: this.ids.next(),
        assessment_id: assessment.id,
        number,
        content_hash: hash,
        content: text,
        received_at: now,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        withdrawn_at: null,
      },
    ]);
    await execute(tx, 'UPDATE assessment SET current_sheet = ? WHERE id = ?', [number, assessment.id]);
    await execute(
      tx,
      'UPDATE assessment_draft SET content = ?, revision = revision + 1, saved_at = ? WHERE assessment_id = ?',
      [JSON.stringify(content.draft), now, assessment.id],
    );
    if (assessment.metAt === null && assessment.waivedAt === null) {
      const metBy = actor.appointmentId;
      const { obligationId, id: recordId } = assessment;
      await this.handIns.meet(tx, { obligationId, metAt: now, channel: 'app', metBy, recordId });
    }
    return number;
  }
}

async function checkRevision(tx: EntityManager, id: string, revision: number): Promise<void> {
  const sql = 'SELECT revision FROM assessment_draft WHERE assessment_id = ?';
  const [draft] = await rowsIn<{ revision: number }>(tx, sql, [id]);
  if (draft?.revision !== revision) throw DomainError.conflict('assessment.draft-behind');
}
