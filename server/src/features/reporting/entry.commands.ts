import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  decideAction,
  decideEntry,
  diffContent,
  emptyContent,
  parseReportContent,
  progressOf,
  type Entry,
  type EnterForRequest,
  type ReceiptView,
  type ReportContent,
} from '@jiannuo/shared/reporting';
import { Audit } from '../../platform/audit';
import { Clock, Ids } from '../../platform/clock';
import { execute, insertRows, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { GroupYears, HandIns, type YearData } from '../obligations';
import { attachmentIdsOf, checkAttachments } from './attachment-check';
import { textOf, type ContentText } from './content-text';
import { assessmentReceipt, receiptOf } from './receipt';
import { ReportCommands, type AnsweredObligation } from './report.commands';
import { ReportJournal } from './report.journal';
import { draftIn, isCorrectionOpen, lockReport, type LockedReport } from './report.lock';
import { allowed } from './report.refusals';

/** How a draft's history names what was entered for the unit. */
const ENTERED_BY_LEAD = '代录';

/** A hand-in as it came from outside: meaning is decided here, shape at the edge. */
export type EntryRequest = Omit<EnterForRequest, 'content'> & { readonly content: unknown };

/** Entering for a unit (代录) what came by e-mail, paper, fax or telephone: it counts like a hand-in in the app. */
@Injectable()
export class EntryCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly years: GroupYears,
    private readonly handIns: HandIns,
    private readonly reports: ReportCommands,
    private readonly records: EntryRecords,
  ) {}

  /**
   * Records a hand-in with the true time of its receipt, which alone decides timeliness. The unit sees who entered it
   * and what it rests on. What the unit had drafted and differs is kept in the draft's history.
   */
  enterFor(actor: Actor, request: EntryRequest): Promise<ReceiptView> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const obligation = await this.reports.lockObligation(tx, scopeOf(actor), request.obligationId);
      const year = await this.yearOf(tx, obligation);
      if (obligation.waivedAt !== null) throw DomainError.conflict('obligations.is-waived');
      const returnedAt = obligation.kind === 'report-correction' ? obligation.createdAt : null;
      const entry = allowed(decideEntry(request, { period: obligation.period, returnedAt, now }));
      if (obligation.kind === 'self-assessment') {
        return this.records.noteAssessment(tx, { actor, obligation, entry, request, year, now });
      }
      const id = await this.reports.ensure(tx, obligation, now);
      const report = await lockReport(tx, scopeOf(actor), id);
      allowed(decideAction('enter-for', { ...report, role: actor.role, now }));
      const content = contentOf(request.content, year);
      const text = textOf(content ?? emptyContent(year.form));
      const files = [...new Set([...request.attachmentIds, ...(content ? attachmentIdsOf(content) : [])])];
      await checkAttachments(tx, files, [report.unitId, actor.unitId]);
      const facts = { actor, report, entry, text, request, now };
      await this.write(tx, facts);
      if (content) await this.records.replaceDraft(tx, { actor, report, content, text, year, now });
      return receipt(facts, year);
    });
  }

  private async yearOf(tx: EntityManager, { groupId, period }: AnsweredObligation): Promise<YearData> {
    const year = await this.years.of(groupId, period, tx);
    if (year === null) throw DomainError.invalid('obligations.period-unknown');
    return year;
  }

  private async write(tx: EntityManager, { actor, report, entry, text, request, now }: EntryFacts): Promise<void> {
    const obligationId = isCorrectionOpen(report) ? (report.correctionId as string) : report.obligationId;
    const version = report.currentVersion + 1;
    await this.records.journal.insertVersion(tx, {
      report,
      text,
      obligationId,
      actor,
      receivedAt: entry.receivedAt,
      registeredAt: now,
      channel: request.channel,
      basis: entry.basis,
      attachmentIds: request.attachmentIds,
    });
    await execute(
      tx,
      `UPDATE report SET state = 'submitted', current_version = ?, version = version + 1 WHERE id = ?`,
      [version, report.id],
    );
    await this.handIns.meet(tx, {
      obligationId,
      metAt: entry.receivedAt,
      channel: request.channel,
      metBy: actor.appointmentId,
      recordId: report.id,
    });
    const detail = { version, contentHash: text.hash, channel: request.channel, ...entry };
    await this.records.journal.record(tx, { actor, report, action: 'enter-for', detail, now });
  }
}

interface EntryFacts {
  readonly actor: Actor;
  readonly report: LockedReport;
  readonly entry: Entry;
  readonly text: ContentText;
  readonly request: EntryRequest;
  readonly now: Instant;
}

function contentOf(input: unknown, year: YearData): ReportContent | null {
  return input === null || input === undefined ? null : allowed(parseReportContent(input, year.form));
}

function receipt({ actor, report, entry, text, request, now }: EntryFacts, year: YearData): ReceiptView {
  return receiptOf(
    {
      ...report,
      reportId: report.id,
      state: 'submitted',
      version: report.currentVersion + 1,
      contentHash: text.hash,
      channel: request.channel,
      receivedAt: entry.receivedAt,
      registeredAt: now,
      metAt: report.metAt ?? entry.receivedAt,
    },
    year,
    { role: actor.role, now },
  );
}

/** What an entry leaves behind. */
@Injectable()
export class EntryRecords {
  constructor(
    readonly journal: ReportJournal,
    private readonly ids: Ids,
    private readonly handIns: HandIns,
    private readonly audit: Audit,
  ) {}

  /** A self-assessment (annex 2) has no record here yet: its receipt alone is noted. */
  async noteAssessment(
    tx: EntityManager,
    facts: {
      readonly actor: Actor;
      readonly obligation: AnsweredObligation;
      readonly entry: Entry;
      readonly request: EntryRequest;
      readonly year: YearData;
      readonly now: Instant;
    },
  ): Promise<ReceiptView> {
    const { actor, obligation, entry, request, year, now } = facts;
    if (obligation.metAt !== null) throw DomainError.conflict('obligations.already-met');
    const { channel, attachmentIds } = request;
    await checkAttachments(tx, attachmentIds, [obligation.unitId, actor.unitId]);
    await this.handIns.note(tx, { obligation, actor, channel, attachmentIds, now, ...entry });
    await this.audit.record(tx, {
      actor,
      groupId: obligation.groupId,
      action: 'obligation.enter',
      subject: { kind: 'obligation', id: obligation.id },
      detail: { unitId: obligation.unitId, period: obligation.period, channel, ...entry },
    });
    const unit = await unitIn(tx, obligation.unitId);
    return assessmentReceipt({ ...obligation, ...entry, ...unit, channel, attachmentIds }, year, now);
  }

  /** Puts the entered content in the draft's place, for a correction to start from; what the unit had typed is kept. */
  async replaceDraft(
    tx: EntityManager,
    facts: {
      readonly actor: Actor;
      readonly report: LockedReport;
      readonly content: ReportContent;
      readonly text: ContentText;
      readonly year: YearData;
      readonly now: Instant;
    },
  ): Promise<void> {
    const { actor, report, content, text, year, now } = facts;
    const draft = await draftIn(tx, report.id);
    const lost = diffContent(draft.content, content).filter(({ from }) => from !== null && from !== '');
    const rows = lost.map(({ path, from }) => ({
      id: this.ids.next(),
      report_id: report.id,
      path,
      value: JSON.stringify(from),
      device: draft.device,
      by_appointment_id: actor.appointmentId,
      at: now,
    }));
    await insertRows(tx, 'report_draft_history', rows);
    const { filled, total } = progressOf(content, year.form);
    await execute(
      tx,
      `UPDATE report_draft SET content = ?, revision = revision + 1, saved_at = ?, device = ?, filled = ?, total = ?
       WHERE report_id = ?`,
      [text.text, now, ENTERED_BY_LEAD, filled, total, report.id],
    );
  }
}

async function unitIn(
  tx: EntityManager,
  unitId: string,
): Promise<{ readonly unitName: string; readonly unitNumber: number }> {
  const sql = 'SELECT name AS unitName, number AS unitNumber FROM unit WHERE id = ?';
  const [unit] = await rowsIn<{ unitName: string; unitNumber: number }>(tx, sql, [unitId]);
  if (unit === undefined) throw new Error(`There is no unit ${unitId}.`);
  return unit;
}
