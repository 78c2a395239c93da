import { createHash } from 'node:crypto';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { placesFor, type Database } from '../../platform/database';

/** What the proof of all versions found. */
export interface VersionProof {
  readonly checked: number;
  /** One sentence each. */
  readonly faults: readonly string[];
}

interface StoredVersion {
  readonly id: string;
  readonly reportId: string;
  readonly number: number;
  readonly contentHash: string;
  readonly content: string;
  readonly period: Period;
  readonly unitName: string;
}

const BATCH = 100;

/**
 * Proves that every version handed in still has the content of its hash, and the hash that the audit log noted (M11).
 * Reads in batches, so a large database does not fill memory.
 */
export async function proveVersions(database: Database): Promise<VersionProof> {
  const faults: string[] = [];
  let checked = 0;
  for (let last = ''; ;) {
    const rows = await database.rows<StoredVersion>(
      `SELECT v.id, v.report_id AS reportId, v.number, v.content_hash AS contentHash, v.content, r.period,
         u.name AS unitName
       FROM report_version v JOIN report r ON r.id = v.report_id JOIN unit u ON u.id = r.unit_id
       WHERE v.id > ? ORDER BY v.id LIMIT ${String(BATCH)}`,
      [last],
    );
    const noted = await notedHashes(database, rows);
    for (const row of rows) {
      const what = faultOf(row, noted.get(keyOf(row.reportId, row.number)));
      if (what !== null) {
        const year = `${row.period.slice(0, 4)}年`;
        faults.push(
          `${row.unitName}${year}${formatPeriod(row.period)}月报第${String(row.number)}版${what}，被改动过。`,
        );
      }
    }
    checked += rows.length;
    last = rows.at(-1)?.id ?? last;
    if (rows.length < BATCH) return { checked, faults };
  }
}

function faultOf({ content, contentHash }: StoredVersion, noted: string | undefined): string | null {
  if (createHash('sha256').update(content, 'utf8').digest('hex') !== contentHash) return '的内容和校验值对不上';
  return noted === undefined || noted === contentHash ? null : '的校验值和操作记录对不上';
}

/** What the audit log says of these versions, by report and number. */
async function notedHashes(
  database: Database,
  versions: readonly StoredVersion[],
): Promise<ReadonlyMap<string, string>> {
  const reports = [...new Set(versions.map((version) => version.reportId))];
  if (reports.length === 0) return new Map();
  const entries = await database.rows<{ reportId: string; detail: string }>(
    `SELECT subject_id AS reportId, detail FROM audit_entry
     WHERE subject_kind = 'report' AND action IN ('report.submit', 'report.enter-for')
       AND subject_id IN (${placesFor(reports)})`,
    reports,
  );
  const noted = new Map<string, string>();
  for (const { reportId, detail } of entries) {
    const { version, contentHash } = JSON.parse(detail) as { version?: number; contentHash?: string };
    if (version !== undefined && contentHash !== undefined) noted.set(keyOf(reportId, version), contentHash);
  }
  return noted;
}

function keyOf(reportId: string, version: number): string {
  return `${reportId} ${String(version)}`;
}
