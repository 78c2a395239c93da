import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { ReportContent, ReportState } from '@jiannuo/shared/reporting';
import { forUpdate, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, type Scope } from '../../platform/identity';

/** When what the next hand-in would meet was waived: a return's short obligation while it is open, otherwise the report's own. */
export const WAIVED_AT = 'CASE WHEN c.id IS NULL OR c.met_at IS NOT NULL THEN o.waived_at ELSE c.waived_at END';

/** A report with the obligations it answers, locked until the transaction ends. */
export interface LockedReport {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
  readonly state: ReportState;
  readonly currentVersion: number;
  readonly obligationId: string;
  readonly article: string;
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  readonly metAt: Instant | null;
  /** Of what the next hand-in would meet. */
  readonly waivedAt: Instant | null;
  readonly correctionId: string | null;
  /** When the report was last sent back. */
  readonly returnedAt: Instant | null;
  readonly correctionMetAt: Instant | null;
  /** When the answer to the latest return is due. */
  readonly correctionDueAt: Instant | null;
  readonly revision: number;
  readonly unitNumber: number;
  readonly unitName: string;
  /** Why the due time is not the one the rule gave; null when it is. */
  readonly dueReason: string | null;
  /** When the unit's self-assessment of the month is due; null when it is in, waived or not asked. */
  readonly assessmentDueAt: Instant | null;
  readonly assessmentId: string | null;
}

/** Why the report's obligation `o` is not due when the rule said; looked up only when that is so. */
export const DUE_REASON = `CASE WHEN o.due_at <> o.original_due_at THEN
  (SELECT dc.reason FROM obligation_change dc WHERE dc.obligation_id = o.id AND dc.kind IN ('extended', 'shortened', 'moved')
   ORDER BY dc.at DESC, dc.id DESC LIMIT 1) END`;

const OPEN_ASSESSMENT = `FROM obligation a WHERE a.unit_id = r.unit_id AND a.kind = 'self-assessment'
     AND a.period = r.period AND a.met_at IS NULL AND a.waived_at IS NULL`;

/** The self-assessment that the unit of report `r` still owes for the month: there is at most one. */
export const NEXT_ASSESSMENT = `(SELECT MIN(a.due_at) ${OPEN_ASSESSMENT}) AS assessmentDueAt,
  (SELECT MIN(a.id) ${OPEN_ASSESSMENT}) AS assessmentId`;

const COLUMNS = `r.id, r.group_id AS groupId, r.unit_id AS unitId, r.period, r.state,
  r.current_version AS currentVersion, r.obligation_id AS obligationId, r.correction_id AS correctionId,
  o.article, o.due_at AS dueAt, o.closes_at AS closesAt, o.met_at AS metAt, ${WAIVED_AT} AS waivedAt,
  ${DUE_REASON} AS dueReason, c.created_at AS returnedAt, c.met_at AS correctionMetAt, c.due_at AS correctionDueAt,
  d.revision,
  (SELECT u.number FROM unit u WHERE u.id = r.unit_id) AS unitNumber,
  (SELECT u.name FROM unit u WHERE u.id = r.unit_id) AS unitName,
  ${NEXT_ASSESSMENT}`;
const FROM = `FROM report r JOIN obligation o ON o.id = r.obligation_id
  LEFT JOIN obligation c ON c.id = r.correction_id JOIN report_draft d ON d.report_id = r.id`;

/** Locks and reads a report in one statement. What is missing and what lies outside the scope look alike. */
export async function lockReport(tx: EntityManager, scope: Scope, id: string): Promise<LockedReport> {
  const { groupId, unitId } = checkedScope(scope);
  const [report] = await rowsIn<LockedReport>(
    tx,
    `SELECT ${COLUMNS} ${FROM} WHERE r.id = ? AND r.group_id = ? AND (? IS NULL OR r.unit_id = ?)${forUpdate(tx)}`,
    [id, groupId, unitId, unitId],
  );
  if (report === undefined) throw DomainError.notFound('reporting.not-found');
  return report;
}

/** A draft as its table holds it. */
export interface DraftRow {
  readonly revision: number;
  readonly savedAt: Instant | null;
  readonly device: string;
  readonly content: ReportContent;
}

/** The draft of a report, read inside the transaction that locked it. */
export async function draftIn(tx: EntityManager, reportId: string): Promise<DraftRow> {
  const [row] = await rowsIn<Omit<DraftRow, 'content'> & { readonly content: string }>(
    tx,
    'SELECT revision, saved_at AS savedAt, device, content FROM report_draft WHERE report_id = ?',
    [reportId],
  );
  if (row === undefined) throw new Error(`Report ${reportId} has no draft.`);
  return { ...row, content: JSON.parse(row.content) as ReportContent };
}

/** The obligation of a sent-back report that waits for its correction (Q12); only what was sent back may then change. */
export function openCorrectionOf(report: Pick<LockedReport, 'correctionId' | 'correctionMetAt'>): string | null {
  return report.correctionMetAt === null ? report.correctionId : null;
}
