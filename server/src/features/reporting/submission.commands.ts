import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import {
  checkAnswers,
  checkComplete,
  checkCorrection,
  decideAction,
  describePath,
  diffContent,
  isCorrected,
  parseReportContent,
  type ReceiptView,
  type ReportContent,
  type ReportForm,
  type ReturnAnswer,
  withNamesOnly,
} from '@jiannuo/shared/reporting';
import { execute, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { GroupYears, HandIns, type YearData } from '../obligations';
import { attachmentIdsOf, checkAttachments } from './attachment-check';
import { textOf, type ContentText } from './content-text';
import { LedgerItems } from './ledger.items';
import { receiptOf } from './receipt';
import { ReportJournal } from './report.journal';
import { draftIn, openCorrectionOf, lockReport, type LockedReport } from './report.lock';
import { allowed, refuseWaived } from './report.refusals';
import { returnedIn } from './returned-version';

/** What a device hands in: the whole content, and the revision of the draft that it last saw. */
export interface Submission {
  readonly revision: number;
  readonly device: string;
  readonly content: unknown;
  /** Why nothing was changed at places that were sent back. */
  readonly answers?: unknown;
}

/** Where a report stands after a command. */
export interface ReportStanding {
  readonly reportId: string;
  readonly state: LockedReport['state'];
}

/** Handing in, and taking back. */
@Injectable()
export class SubmissionCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly years: GroupYears,
    private readonly handIns: HandIns,
    private readonly journal: ReportJournal,
    private readonly ledger: LedgerItems,
  ) {}

  /**
   * Hands in a report (art. 7). The moment at which the request had arrived at the server decides: strictly before the due time is on time.
   * The first hand-in meets the obligation; one after a return meets the short obligation of the return.
   * Refused with the draft as it stands when another device changed it since `revision`.
   */
  submit(actor: Actor, id: string, submission: Submission): Promise<ReceiptView> {
    return this.transactions.run(async (tx, now) => {
      const report = await lockReport(tx, scopeOf(actor), id);
      const year = await this.years.required(report.groupId, report.period, tx);
      const { state, dueAt, closesAt } = report;
      const decision = decideAction('submit', { state, dueAt, closesAt, role: actor.role, now });
      if (!decision.ok) return refuseWithDraft(tx, report, decision.refusals[0].code);
      refuseWaived(report);
      const content = allowed(parseReportContent(submission.content, year.form));
      const text = textOf(content);
      if (submission.revision !== report.revision)
        await this.checkSameDraft(tx, report, { content, text, form: year.form });
      const files = attachmentIdsOf(content);
      const answers = await this.checkMeaning(tx, { report, content, files, year, now }, submission.answers);
      await this.writeVersion(tx, { actor, report, text, files, answers, device: submission.device, year, now });
      await this.ledger.keepShown(tx, { actor, now, report }, content);
      return this.receipt({ actor, report, text, year, now });
    });
  }

  /**
   * Takes a report back before its due time: it is owed again. One that answered a return is taken back before that
   * answer is due, and stands returned again.
   * Its versions stay. What the lead unit entered is not the unit's to take back.
   */
  withdraw(actor: Actor, id: string): Promise<ReportStanding> {
    return this.transactions.run(async (tx, now) => {
      const report = await lockReport(tx, scopeOf(actor), id);
      const number = report.currentVersion;
      const [version] = await rowsIn<{ obligationId: string; channel: Channel }>(
        tx,
        'SELECT obligation_id AS obligationId, channel FROM report_version WHERE report_id = ? AND number = ?',
        [id, number],
      );
      const obligationId = version?.obligationId ?? report.obligationId;
      const answersReturn = obligationId !== report.obligationId;
      const dueAt = answersReturn ? (report.correctionDueAt ?? report.dueAt) : report.dueAt;
      const situation = { ...report, dueAt, channel: version?.channel, answersReturn, role: actor.role, now };
      const state = allowed(decideAction('withdraw', situation));
      await execute(tx, 'UPDATE report_version SET withdrawn_at = ? WHERE report_id = ? AND number = ?', [
        now,
        id,
        number,
      ]);
      await execute(tx, 'UPDATE report SET state = ?, version = version + 1 WHERE id = ?', [state, id]);
      await this.handIns.reopen(tx, obligationId);
      await this.journal.record(tx, { actor, report, action: 'withdraw', detail: { version: number }, now });
      return { reportId: id, state };
    });
  }

  /** What is handed in must be the draft as it stands; the refusal names the first place that differs. */
  private async checkSameDraft(
    tx: EntityManager,
    report: LockedReport,
    { content, text, form }: { readonly content: ReportContent; readonly text: ContentText; readonly form: ReportForm },
  ): Promise<void> {
    const draft = await draftIn(tx, report.id);
    const there = withNamesOnly(draft.content);
    if (textOf(there).hash === text.hash) return;
    const [first] = diffContent(content, there);
    const words = first === undefined ? null : describePath(first.path, first.to === null ? content : there, form);
    const place = words === null ? '' : words.heading + words.place;
    await refuseWithDraft(tx, report, 'reporting.draft-behind', { place });
  }

  /** Answers what was said to the remarks of a return for which nothing was changed. */
  private async checkMeaning(
    tx: EntityManager,
    {
      report,
      content,
      files,
      year,
      now,
    }: Pick<HandInFacts, 'report' | 'files' | 'year' | 'now'> & {
      readonly content: ReportContent;
    },
    said: unknown,
  ): Promise<readonly ReturnAnswer[]> {
    const returned = openCorrectionOf(report) === null ? null : await returnedIn(tx, report.id, year.form);
    if (returned) allowed(checkCorrection(returned.content, content, { remarks: returned.remarks, form: year.form }));
    const answers = returned
      ? allowed(checkAnswers(said, returned.remarks)).filter(
          ({ path }) => !isCorrected(path, returned.content, content),
        )
      : [];
    allowed(checkComplete(content, year.form, beijingDate(now)));
    await checkAttachments(tx, files, [report]);
    return answers;
  }

  private async writeVersion(tx: EntityManager, hand: HandInFacts): Promise<void> {
    const { actor, report, text, files, answers, device, year, now } = hand;
    const version = await this.journal.addVersion(tx, {
      report,
      text,
      files,
      actor,
      receivedAt: now,
      registeredAt: now,
      channel: 'app',
      basis: '',
      attachmentIds: [],
      answers,
    });
    const total = year.form.headings.length;
    await execute(
      tx,
      `UPDATE report_draft SET content = ?, revision = revision + 1, saved_at = ?, device = ?, filled = ?, total = ?
       WHERE report_id = ?`,
      [text.text, now, device, total, total, report.id],
    );
    await this.journal.record(tx, {
      actor,
      report,
      action: 'submit',
      detail: {
        version,
        contentHash: text.hash,
        ...(answers.length === 0 ? {} : { answers: JSON.stringify(answers) }),
      },
      now,
    });
  }

  private receipt({ actor, report, text, year, now }: Omit<HandInFacts, 'device' | 'files' | 'answers'>): ReceiptView {
    const { unitName, unitNumber, period, dueAt, closesAt, dueReason, assessmentDueAt, assessmentId } = report;
    return receiptOf(
      {
        unitName,
        unitNumber,
        period,
        dueAt,
        closesAt,
        dueReason,
        assessmentDueAt,
        assessmentId,
        reportId: report.id,
        state: 'submitted',
        version: report.currentVersion + 1,
        contentHash: text.hash,
        channel: 'app',
        receivedAt: now,
        registeredAt: now,
        metAt: report.metAt ?? now,
        correctionDueAt: openCorrectionOf(report) === null ? null : report.correctionDueAt,
        entry: null,
      },
      year,
      { role: actor.role, now },
    );
  }
}

interface HandInFacts {
  readonly actor: Actor;
  readonly report: LockedReport;
  readonly text: ContentText;
  readonly files: readonly string[];
  readonly answers: readonly ReturnAnswer[];
  readonly device: string;
  readonly year: YearData;
  readonly now: Instant;
}

/** Turns the caller away with the draft as it stands, so that nothing of either device is lost. */
async function refuseWithDraft(
  tx: EntityManager,
  report: LockedReport,
  code: string,
  facts: { readonly place?: string } = {},
): Promise<never> {
  if (code === 'reporting.not-your-role') throw DomainError.forbidden(code);
  const { revision, savedAt, content } = await draftIn(tx, report.id);
  const draft = { revision, savedAt, content, conflicts: [] };
  throw new DomainError('conflict', [{ code, facts: { state: report.state, ...facts } }], {
    state: report.state,
    draft,
  });
}
