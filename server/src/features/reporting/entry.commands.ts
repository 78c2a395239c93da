import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  checkedUntil,
  decideAction,
  decideEntry,
  emptyContent,
  parseReportContent,
  type Entry,
  type ReceiptView,
  type ReportContent,
} from '@jiannuo/shared/reporting';
import { Transactions } from '../../platform/database';
import { scopeOf, type Actor } from '../../platform/identity';
import { GroupYears, type YearData } from '../obligations';
import { attachmentIdsOf, checkAttachments } from './attachment-check';
import { textOf, type ContentText } from './content-text';
import { EntryRecords, type EntryRequest } from './entry.records';
import { LedgerItems } from './ledger.items';
import { receiptOf } from './receipt';
import { ReportCommands } from './report.commands';
import { ReportJournal } from './report.journal';
import { lockReport, openCorrectionOf, type LockedReport } from './report.lock';
import { allowed, refuseWaived } from './report.refusals';

/** Entering for a unit (代录) what came by e-mail, paper, fax or telephone: it counts like a hand-in in the app. */
@Injectable()
export class EntryCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly years: GroupYears,
    private readonly reports: ReportCommands,
    private readonly records: EntryRecords,
    private readonly journal: ReportJournal,
    private readonly ledger: LedgerItems,
  ) {}

  /**
   * Records a hand-in with the true time of its receipt, which alone decides timeliness. The unit sees who entered it
   * and what it rests on. What the unit had drafted and differs is kept in the draft's history.
   */
  enterFor(actor: Actor, request: EntryRequest): Promise<ReceiptView> {
    return this.transactions.run(async (tx, now) => {
      const obligation = await this.reports.lockObligation(tx, scopeOf(actor), request.obligationId);
      const year = await this.years.required(obligation.groupId, obligation.period, tx);
      refuseWaived(obligation);
      const { period } = obligation;
      if (obligation.kind === 'self-assessment') {
        const entry = allowed(decideEntry(request, { period, returnedAt: null, now }));
        return this.records.noteAssessment(tx, { actor, obligation, entry, request, year, now });
      }
      const id = await this.reports.ensure(tx, obligation, now);
      const report = await lockReport(tx, scopeOf(actor), id);
      allowed(decideAction('enter-for', { ...report, role: actor.role, now }));
      refuseWaived(report);
      const returnedAt = openCorrectionOf(report) === null ? null : report.returnedAt;
      const entry = allowed(decideEntry(request, { period, returnedAt, now }));
      const content = contentOf(request.content, year);
      const text = textOf(content ?? emptyContent(year.form));
      const files = content ? attachmentIdsOf(content) : [];
      await checkAttachments(tx, files, [{ unitId: report.unitId, isHandedIn: true }]);
      const attachmentIds = await this.records.originalsFor(tx, actor, request.attachmentIds, report.unitId);
      const facts = { actor, report, entry, text, files, request: { ...request, attachmentIds }, now };
      await this.write(tx, facts, year);
      if (content) {
        await this.journal.replaceDraft(tx, { actor, report, content, text, year, now });
        await this.ledger.keepShown(tx, { actor, now, report }, content);
      }
      return receipt(facts, year);
    });
  }

  private async write(
    tx: EntityManager,
    { actor, report, entry, text, files, request, now }: EntryFacts,
    year: YearData,
  ): Promise<void> {
    const { channel, attachmentIds } = request;
    const receivedAt = entry.receivedAt;
    const version = await this.journal.addVersion(tx, {
      report,
      text,
      files,
      actor,
      receivedAt,
      registeredAt: now,
      channel,
      basis: entry.basis,
      attachmentIds,
    });
    const isOnTime = (report.metAt ?? receivedAt) < report.dueAt;
    const until = checkedUntil(now, year.settings);
    const detail = { version, contentHash: text.hash, channel, ...entry, isOnTime, until };
    await this.journal.record(tx, { actor, report, action: 'enter-for', detail, now });
    const owed = { ...report, kind: 'monthly-report' } as const;
    await this.records.carryOn(tx, { actor, owed, receivedAt, year, now });
  }
}

interface EntryFacts {
  readonly actor: Actor;
  readonly report: LockedReport;
  readonly entry: Entry;
  readonly text: ContentText;
  readonly files: readonly string[];
  readonly request: EntryRequest;
  readonly now: Instant;
}

function contentOf(input: unknown, year: YearData): ReportContent | null {
  return input === null || input === undefined ? null : allowed(parseReportContent(input, year.form));
}

function receipt({ actor, report, entry, text, request, now }: EntryFacts, year: YearData): ReceiptView {
  const version = report.currentVersion + 1;
  const { channel } = request;
  const noted = { version, channel, receivedAt: entry.receivedAt, registeredAt: now };
  return receiptOf(
    {
      ...report,
      reportId: report.id,
      state: 'submitted',
      ...noted,
      contentHash: text.hash,
      metAt: report.metAt ?? entry.receivedAt,
      correctionDueAt: null,
      entry: { ...noted, by: `${actor.unitName} ${actor.personName}`, basis: entry.basis, notes: [] },
    },
    year,
    { role: actor.role, now },
  );
}
