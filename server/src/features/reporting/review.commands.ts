import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  checkRemarks,
  correctionDueAt,
  decideAction,
  type ReportContent,
  type ReportState,
  type ReviewRemark,
} from '@jiannuo/shared/reporting';
import { Ids } from '../../platform/clock';
import { execute, insertRows, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { GroupYears, HandIns } from '../obligations';
import { ReportJournal } from './report.journal';
import { lockReport, type LockedReport } from './report.lock';
import { allowed } from './report.refusals';
import type { ReportStanding } from './submission.commands';

/** The clause under which a report that is not right is asked for again. */
const RETURN_ARTICLE = '第十条';

/** What the lead unit decides about a report that was handed in. */
@Injectable()
export class ReviewCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly years: GroupYears,
    private readonly handIns: HandIns,
    private readonly journal: ReportJournal,
  ) {}

  /** Accepts (收下) the version that was read; refused when another has been handed in since. */
  accept(actor: Actor, id: string, seen: number | null): Promise<ReportStanding> {
    return this.transactions.run(async (tx, now) => {
      const report = await lockReport(tx, scopeOf(actor), id);
      const state = allowed(decideAction('accept', { ...report, role: actor.role, now }));
      checkSeen(report, seen);
      await this.saveReview(tx, { actor, report, state, remarks: [], correctionDueAt: null, correctionId: null, now });
      await this.journal.record(tx, {
        actor,
        report,
        action: 'accept',
        detail: { version: report.currentVersion },
        now,
      });
      return { reportId: id, state };
    });
  }

  /**
   * Sends a report back with remarks, each on its place. It opens a short obligation of its own, due at 24:00 of the
   * n-th working day after (Q12), and tells the unit's liaison at once. What the first hand-in decided stays decided.
   * Whoever saw it not accepted yet is told when a colleague has accepted it meanwhile.
   */
  sendBack(
    actor: Actor,
    id: string,
    review: { readonly remarks: unknown; readonly seen: number | null; readonly seenState: ReportState | null },
  ): Promise<ReportStanding> {
    return this.transactions.run(async (tx, now) => {
      const report = await lockReport(tx, scopeOf(actor), id);
      const state = allowed(decideAction('return', { ...report, role: actor.role, now }));
      checkSeen(report, review.seen);
      await this.checkNotAccepted(tx, report, review.seenState);
      const year = await this.years.required(report.groupId, report.period, tx);
      const content = await this.contentOf(tx, report);
      const remarks = allowed(checkRemarks(review.remarks, content, year.form));
      const { correctionWorkingDays: workingDays, calendar } = year.settings;
      const dueAt = correctionDueAt({ returnedAt: now, dueAt: report.dueAt, workingDays }, calendar);
      const correctionId = await this.handIns.openCorrection(tx, {
        ...report,
        article: RETURN_ARTICLE,
        dueAt,
        recordId: id,
        now,
      });
      await this.saveReview(tx, { actor, report, state, remarks, correctionDueAt: dueAt, correctionId, now });
      const detail = { version: report.currentVersion, correctionId, dueAt, remarks: remarks.length };
      await this.journal.record(tx, { actor, report, action: 'return', detail, now });
      return { reportId: id, state };
    });
  }

  private async checkNotAccepted(tx: EntityManager, report: LockedReport, seen: ReportState | null): Promise<void> {
    if (report.state !== 'accepted' || seen === null || seen === 'accepted') return;
    const [last] = await rowsIn<{ personName: string; acceptedAt: Instant }>(
      tx,
      'SELECT by_name AS personName, at AS acceptedAt FROM report_review WHERE report_id = ? ORDER BY at DESC, id DESC LIMIT 1',
      [report.id],
    );
    if (last === undefined) throw new Error(`Report ${report.id} was accepted by nobody.`);
    throw DomainError.conflict('reporting.accepted-meanwhile', { ...last });
  }

  private async contentOf(tx: EntityManager, report: LockedReport): Promise<ReportContent> {
    const [version] = await rowsIn<{ content: string }>(
      tx,
      'SELECT content FROM report_version WHERE report_id = ? AND number = ?',
      [report.id, report.currentVersion],
    );
    if (version === undefined) throw new Error(`Report ${report.id} has no version ${String(report.currentVersion)}.`);
    return JSON.parse(version.content) as ReportContent;
  }

  private async saveReview(tx: EntityManager, review: Review): Promise<void> {
    const { actor, report, state } = review;
    await insertRows(tx, 'report_review', [
      {
        id: this.ids.next(),
        report_id: report.id,
        version_number: report.currentVersion,
        decision: state === 'accepted' ? 'accepted' : 'returned',
        remarks: JSON.stringify(review.remarks),
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        at: review.now,
        correction_due_at: review.correctionDueAt,
      },
    ]);
    const correctionId = review.correctionId ?? report.correctionId;
    await execute(tx, 'UPDATE report SET state = ?, correction_id = ?, version = version + 1 WHERE id = ?', [
      state,
      correctionId,
      report.id,
    ]);
  }
}

interface Review {
  readonly actor: Actor;
  readonly report: LockedReport;
  readonly state: ReportState;
  readonly remarks: readonly ReviewRemark[];
  readonly correctionDueAt: Instant | null;
  readonly correctionId: string | null;
  readonly now: Instant;
}

function checkSeen(report: LockedReport, seen: number | null): void {
  if (seen !== null && seen !== report.currentVersion) throw DomainError.conflict('reporting.version-behind');
}
