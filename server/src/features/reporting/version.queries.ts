import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import type {
  CheckableVersion,
  EntryNote,
  ReportContent,
  ReportVersionSummary,
  ReportVersionView,
  ReturnAnswer,
} from '@jiannuo/shared/reporting';
import { Database } from '../../platform/database';
import { ENTRY_NOTES, entryNoteOf, LAST_NOTE, RECEIVED_AT, type EntryNoteRow } from './entry-notes';

/** A version without its content. */
export interface VersionRow extends ReportVersionSummary, Pick<CheckableVersion, 'lastNote'> {
  /** What it answers: the report's own obligation, or the short one of a return. */
  readonly obligationId: string;
  readonly contentHash: string;
  readonly registeredAt: Instant;
  readonly attachmentIds: readonly string[];
  readonly basis: string;
}

interface StoredVersion {
  readonly number: number;
  readonly obligationId: string;
  readonly contentHash: string;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly channel: Channel;
  readonly byName: string;
  readonly byUnitName: string;
  readonly withdrawnAt: Instant | null;
  readonly attachmentIds: string;
  readonly basis: string;
  readonly lastNote: EntryNote['kind'] | null;
}

const COLUMNS = `number, obligation_id AS obligationId, content_hash AS contentHash, ${RECEIVED_AT} AS receivedAt, registered_at AS registeredAt, channel,
  by_name AS byName, by_unit_name AS byUnitName, withdrawn_at AS withdrawnAt, attachment_ids AS attachmentIds, basis,
  ${LAST_NOTE} AS lastNote`;

/** Reads what was handed in. The caller has checked that its reader may see the report. */
@Injectable()
export class VersionQueries {
  constructor(private readonly database: Database) {}

  /** All versions of a report, first to latest, without their contents. */
  async of(reportId: string): Promise<readonly VersionRow[]> {
    const rows = await this.database.rows<StoredVersion>(
      `SELECT ${COLUMNS} FROM report_version v WHERE report_id = ? ORDER BY number`,
      [reportId],
    );
    return rows.map(versionOf);
  }

  /** What the unit and the lead unit said about a version that was entered, in order. */
  async entryNotes(reportId: string, number: number): Promise<readonly EntryNote[]> {
    return (await this.database.rows<EntryNoteRow>(ENTRY_NOTES, [reportId, number])).map(entryNoteOf);
  }

  /** One version with its content; null when there is none. */
  async version(report: { readonly id: string }, number: number): Promise<ReportVersionView | null> {
    const row = await this.database.row<StoredVersion & { readonly content: string; readonly answers: string | null }>(
      `SELECT ${COLUMNS}, content, answers FROM report_version v WHERE report_id = ? AND number = ?`,
      [report.id, number],
    );
    if (row === null) return null;
    const content = JSON.parse(row.content) as ReportContent;
    const answers = JSON.parse(row.answers ?? '[]') as readonly ReturnAnswer[];
    return { ...versionOf(row), basis: row.channel === 'app' ? null : row.basis, content, answers };
  }
}

function versionOf(row: StoredVersion): VersionRow {
  return {
    number: row.number,
    obligationId: row.obligationId,
    submittedAt: row.receivedAt,
    registeredAt: row.registeredAt,
    channel: row.channel,
    byName: row.channel === 'app' ? row.byName : `${row.byUnitName} ${row.byName}`,
    isWithdrawn: row.withdrawnAt !== null,
    contentHash: row.contentHash,
    attachmentIds: JSON.parse(row.attachmentIds) as readonly string[],
    basis: row.basis,
    lastNote: row.lastNote,
  };
}
