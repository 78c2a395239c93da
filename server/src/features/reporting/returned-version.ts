import type { EntityManager } from 'typeorm';
import type { ReportContent, ReviewRemark } from '@jiannuo/shared/reporting';
import { rowsIn } from '../../platform/database';

/** What was sent back, and where. */
export interface ReturnedVersion {
  readonly content: ReportContent;
  readonly remarks: readonly ReviewRemark[];
}

/** The version that the latest return was about; null when the report was never returned. */
export async function returnedIn(tx: EntityManager, reportId: string): Promise<ReturnedVersion | null> {
  const [row] = await rowsIn<{ content: string; remarks: string }>(
    tx,
    `SELECT v.content, w.remarks FROM report_review w
     JOIN report_version v ON v.report_id = w.report_id AND v.number = w.version_number
     WHERE w.report_id = ? AND w.decision = 'returned' ORDER BY w.at DESC, w.id DESC LIMIT 1`,
    [reportId],
  );
  if (row === undefined) return null;
  return {
    content: JSON.parse(row.content) as ReportContent,
    remarks: JSON.parse(row.remarks) as readonly ReviewRemark[],
  };
}
