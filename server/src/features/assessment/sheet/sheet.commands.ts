import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  caseOf,
  decideAssessment,
  parseSheetDraft,
  sheetPoints,
  withStatements,
  type SheetContent,
} from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import { execute, lockRow, rowsIn, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { checkedScope, scopeOf, type Actor } from '../../../platform/identity';
import { HandIns } from '../../obligations';
import { AssessmentJournal } from '../assessment.journal';
import { allowed, lockAssessment, situationOf, type AssessmentRecord } from '../assessment.lock';
import { MonthRecordQueries } from '../month/month-records';
import { SheetRecords, type OwedAssessment } from './sheet.records';

/** What a device hands in: the draft upon which it stands, and the total that its reader saw. */
export interface SheetSubmission {
  readonly revision: number;
  readonly total: string;
  readonly content: unknown;
}

/** A county's sheet (自查评分表, annex 3): begun, kept, handed in, taken back. */
@Injectable()
export class SheetCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: SheetRecords,
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
      return { assessmentId: await this.records.ensure(tx, owed, now) };
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
   * obligation; one that puts right what was entered for the county stands beside that. Refused when the records moved so that the total is another than the one that was read.
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
    const { checkedUntil } = assessment;
    const sheet = { actor, assessment, content, receivedAt: now, entered: null, checkedUntil };
    const { number } = await this.records.add(tx, sheet);
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
