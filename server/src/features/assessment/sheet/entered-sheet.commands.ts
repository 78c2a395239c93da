import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { caseOf, decideAssessment, isScoreInForce, parseEnteredScores, sheetPoints } from '@jiannuo/shared/assessment';
import { Database } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf } from '../../../platform/identity';
import { EnteredSheets, type EnteredSheet, type KeptSheet } from '../../reporting';
import { AssessmentJournal } from '../assessment.journal';
import { allowed, lockAssessment, situationOf } from '../assessment.lock';
import { MonthRecordQueries } from '../month/month-records';
import { SheetRecords } from './sheet.records';

/** A county's sheet that came by e-mail or on paper (附件3说明1): the lead unit copies its self-scores, so that the review stands beside them. */
@Injectable()
export class EnteredSheetCommands implements OnModuleInit {
  constructor(
    private readonly sheets: EnteredSheets,
    private readonly records: SheetRecords,
    private readonly months: MonthRecordQueries,
    private readonly journal: AssessmentJournal,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.sheets.register(
      (tx, sheet) => this.keep(tx, sheet),
      (recordId) => this.hashOf(recordId),
    );
  }

  private async hashOf(assessmentId: string): Promise<string | null> {
    const sql = `SELECT content_hash AS hash FROM assessment_sheet
      WHERE assessment_id = ? AND channel IS NOT NULL ORDER BY number LIMIT 1`;
    return (await this.database.row<{ hash: string }>(sql, [assessmentId]))?.hash ?? null;
  }

  /**
   * Keeps the copied scores beside the records. A review that was made before stays as it is, with them beside it; once
   * the county's month is final they are refused.
   */
  private async keep(tx: EntityManager, sheet: EnteredSheet): Promise<KeptSheet> {
    const { actor, obligation, entry, channel, checkedUntil, now } = sheet;
    const id = await this.records.ensure(tx, obligation, now);
    const assessment = await lockAssessment(tx, scopeOf(actor), id);
    if (isScoreInForce(assessment.state)) throw DomainError.conflict('assessment.entered-after-final');
    const state = allowed(decideAssessment('enter-for', situationOf(assessment, actor, now)));
    const { records } = await this.months.of(assessment, tx);
    const month = caseOf(records, entry.receivedAt, true);
    const draft = allowed(parseEnteredScores(sheet.content, month));
    const { total } = sheetPoints(month, draft.scores);
    const { number, hash } = await this.records.add(tx, {
      actor,
      assessment,
      content: { draft, month, total },
      receivedAt: entry.receivedAt,
      entered: { channel, basis: entry.basis, registeredAt: now },
      checkedUntil,
    });
    await this.journal.move(tx, id, state);
    const detail = { number, total, channel, ...entry };
    await this.journal.record(tx, { actor, assessment, action: 'enter-for', detail });
    return { recordId: id, contentHash: hash, total, mayPutRight: state === 'submitted' };
  }
}
