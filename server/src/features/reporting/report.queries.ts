import { Injectable } from '@nestjs/common';
import { addMonths, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { Role } from '@jiannuo/shared/people';
import {
  allowedActions,
  correctionDueAt,
  emptyContent,
  entryToCheck,
  type AttachmentView,
  type DraftView,
  type ReceiptView,
  type ReportAction,
  type ReportContent,
  type ReportState,
  type ReportVersionView,
  type ReportView,
  type ReviewRemark,
  type ReviewView,
  type TextLine,
} from '@jiannuo/shared/reporting';
import { Clock } from '../../platform/clock';
import { Database, placesFor } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor, type Scope } from '../../platform/identity';
import { GroupYears, type YearData } from '../obligations';
import { attachmentIdsOf } from './attachment-check';
import { receiptOf, reportTitle, type EntryFactsOfReceipt } from './receipt';
import { DUE_REASON, NEXT_ASSESSMENT, WAIVED_AT } from './report.lock';
import { VersionQueries, type VersionRow } from './version.queries';

/** A report with its obligation, as queries read it. */
export interface ReportRow {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitNumber: number;
  readonly period: Period;
  readonly state: ReportState;
  readonly currentVersion: number;
  readonly obligationId: string;
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  readonly metAt: Instant | null;
  /** When the answer to the latest return is due; null when there was none. */
  readonly correctionDueAt: Instant | null;
  readonly waivedAt: Instant | null;
  readonly dueReason: string | null;
  readonly assessmentDueAt: Instant | null;
  readonly assessmentId: string | null;
}

const COLUMNS = `r.id, r.group_id AS groupId, r.unit_id AS unitId, u.name AS unitName, u.number AS unitNumber, r.period,
  r.state, r.current_version AS currentVersion, r.obligation_id AS obligationId, o.due_at AS dueAt,
  o.closes_at AS closesAt, o.met_at AS metAt, c.due_at AS correctionDueAt, ${WAIVED_AT} AS waivedAt, ${DUE_REASON} AS dueReason,
  ${NEXT_ASSESSMENT}`;
const FROM = `FROM report r JOIN obligation o ON o.id = r.obligation_id
  LEFT JOIN obligation c ON c.id = r.correction_id JOIN unit u ON u.id = r.unit_id`;

/** Whether the actor reads as the unit itself. Everybody else sees only what was handed in. */
function isOwn(actor: Actor, unitId: string): boolean {
  return actor.unitId === unitId;
}

/** Reads one report. */
@Injectable()
export class ReportQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: GroupYears,
    private readonly versions: VersionQueries,
  ) {}

  /**
   * A report as its reader may see it. The lead unit sees nothing of a draft: before the first hand-in there is no such
   * report for it, and afterwards the draft it gets is an empty one. What was taken back is not in.
   */
  async view(actor: Actor, id: string): Promise<ReportView> {
    const now = this.clock.now();
    const report = await this.reportFor(actor, id);
    const year = await this.years.required(report.groupId, report.period);
    const own = isOwn(actor, report.unitId);
    const [draft, versions, review, previousPlans] = await Promise.all([
      own ? this.draftOf(id) : Promise.resolve(null),
      this.versions.of(id),
      this.reviewOf(id),
      this.plansOf(report, addMonths(report.period, -1)),
    ]);
    const latest = latestIn(versions);
    const submitted = latest === undefined ? null : await this.versions.version(report, latest.number);
    const actions = actionsOf(report, latest, { role: actor.role, now });
    const shown = draft ?? { revision: 0, savedAt: null, content: emptyContent(year.form), conflicts: [] };
    return {
      id,
      unitId: report.unitId,
      unitName: report.unitName,
      period: report.period,
      title: reportTitle(year, report.period),
      state: report.state,
      form: year.form,
      draft: shown,
      actions,
      obligationId: report.obligationId,
      dueAt: report.dueAt,
      closesAt: report.closesAt,
      versions: versions.map(({ number, submittedAt, channel, byName, isWithdrawn }) => ({
        number,
        submittedAt,
        channel,
        byName,
        isWithdrawn,
      })),
      submitted,
      review,
      returnDueAt: actions.includes('return') ? returnDueAtOf(year, report, now) : null,
      previousPlans,
      attachments: await this.attachmentsOf(report.groupId, filesOf(shown.content, submitted, versions)),
    };
  }

  /** The receipt of the latest version that was not taken back. The unit itself hears that all were; to others there is none. */
  async receipt(actor: Actor, id: string): Promise<ReceiptView> {
    const now = this.clock.now();
    const report = await this.reportFor(actor, id);
    const year = await this.years.required(report.groupId, report.period);
    const versions = await this.versions.of(id);
    const version = latestIn(versions);
    if (version === undefined) {
      const isTakenBack = versions.length > 0 && isOwn(actor, report.unitId);
      if (isTakenBack) throw DomainError.notFound('reporting.taken-back');
      throw DomainError.notFound('reporting.not-found');
    }
    const { contentHash, channel, submittedAt, registeredAt } = version;
    return receiptOf(
      {
        ...report,
        reportId: id,
        version: version.number,
        contentHash,
        channel,
        receivedAt: submittedAt,
        registeredAt,
        metAt: report.metAt ?? submittedAt,
        correctionDueAt: correctionDueAtOf(report, version),
        entry: await this.entryOf(id, versions),
      },
      year,
      { role: actor.role, now },
    );
  }

  private async entryOf(id: string, versions: readonly VersionRow[]): Promise<EntryFactsOfReceipt | null> {
    const entered = entryToCheck(versions);
    if (entered === undefined) return null;
    const { number: version, channel, submittedAt: receivedAt, registeredAt, byName: by, basis } = entered;
    const notes = await this.versions.entryNotes(id, version);
    return { version, channel, receivedAt, registeredAt, by, basis, notes };
  }

  /** A version as it was handed in. */
  async version(actor: Actor, id: string, number: number): Promise<ReportVersionView> {
    const report = await this.reportFor(actor, id);
    const version = await this.versions.version(report, number);
    if (version === null) throw DomainError.notFound('reporting.not-found');
    return version;
  }

  /** The report when the actor may see it; otherwise it is not found. */
  async reportFor(actor: Actor, id: string): Promise<ReportRow> {
    const report = await this.find(scopeOf(actor), id);
    const isHidden = report === null || (!isOwn(actor, report.unitId) && report.currentVersion === 0);
    if (isHidden) throw DomainError.notFound('reporting.not-found');
    return report;
  }

  private find(scope: Scope, id: string): Promise<ReportRow | null> {
    const { groupId, unitId } = checkedScope(scope);
    return this.database.row<ReportRow>(
      `SELECT ${COLUMNS} ${FROM} WHERE r.id = ? AND r.group_id = ? AND (? IS NULL OR r.unit_id = ?)`,
      [id, groupId, unitId, unitId],
    );
  }

  private async draftOf(id: string): Promise<DraftView> {
    const row = await this.database.row<{ revision: number; savedAt: Instant | null; content: string }>(
      'SELECT revision, saved_at AS savedAt, content FROM report_draft WHERE report_id = ?',
      [id],
    );
    if (row === null) throw new Error(`Report ${id} has no draft.`);
    return { ...row, content: JSON.parse(row.content) as ReportContent, conflicts: [] };
  }

  /** The latest decision. When a return's answer is due is read from its obligation, which may have been extended. */
  private async reviewOf(id: string): Promise<ReviewView | null> {
    const row = await this.database.row<Omit<ReviewView, 'remarks'> & { readonly remarks: string }>(
      `SELECT w.decision, w.version_number AS version, w.remarks, w.by_unit_name AS byUnit, w.at,
         CASE WHEN w.decision = 'returned' THEN c.due_at END AS correctionDueAt
       FROM report_review w JOIN report r ON r.id = w.report_id LEFT JOIN obligation c ON c.id = r.correction_id
       WHERE w.report_id = ? ORDER BY w.at DESC, w.id DESC LIMIT 1`,
      [id],
    );
    return row === null ? null : { ...row, remarks: JSON.parse(row.remarks) as readonly ReviewRemark[] };
  }

  /** The plan lines of the unit's report of another month, as last handed in. */
  private async plansOf(report: ReportRow, period: Period): Promise<readonly TextLine[]> {
    const row = await this.database.row<{ content: string }>(
      `SELECT v.content FROM report r JOIN report_version v ON v.report_id = r.id
       WHERE r.group_id = ? AND r.unit_id = ? AND r.period = ? AND v.withdrawn_at IS NULL
       ORDER BY v.number DESC LIMIT 1`,
      [report.groupId, report.unitId, period],
    );
    return row === null ? [] : (JSON.parse(row.content) as ReportContent).plans;
  }

  private async attachmentsOf(groupId: string, ids: readonly string[]): Promise<readonly AttachmentView[]> {
    if (ids.length === 0) return [];
    return this.database.rows<AttachmentView>(
      `SELECT id, name, media_type AS mediaType, bytes FROM attachment
       WHERE group_id = ? AND id IN (${placesFor(ids)}) ORDER BY uploaded_at, id`,
      [groupId, ...ids],
    );
  }
}

function returnDueAtOf({ settings }: YearData, { dueAt }: Pick<ReportRow, 'dueAt'>, now: Instant): Instant {
  const facts = { returnedAt: now, dueAt, workingDays: settings.correctionWorkingDays };
  return correctionDueAt(facts, settings.calendar);
}

function latestIn(versions: readonly VersionRow[]): VersionRow | undefined {
  return versions.filter((version) => !version.isWithdrawn).at(-1);
}

/** When the return that a version answers asked for it; null when it answers none. */
function correctionDueAtOf(report: ReportRow, version: VersionRow | undefined): Instant | null {
  return version === undefined || version.obligationId === report.obligationId ? null : report.correctionDueAt;
}

function actionsOf(
  report: ReportRow,
  latest: VersionRow | undefined,
  reader: { readonly role: Role; readonly now: Instant },
): readonly ReportAction[] {
  const dueAt = correctionDueAtOf(report, latest) ?? report.dueAt;
  const actions = allowedActions({ ...report, dueAt, channel: latest?.channel, ...reader });
  return report.waivedAt === null ? actions : actions.filter((action) => action === 'accept' || action === 'return');
}

function filesOf(
  draft: ReportContent,
  submitted: ReportVersionView | null,
  versions: readonly VersionRow[],
): readonly string[] {
  const named = [...attachmentIdsOf(draft), ...(submitted ? attachmentIdsOf(submitted.content) : [])];
  return [...new Set([...named, ...versions.flatMap((version) => version.attachmentIds)])];
}
