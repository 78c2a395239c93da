import type { EntityManager } from 'typeorm';
import { emptyContent, type ReportContent, type ReportForm, type ReviewRemark } from '@jiannuo/shared/reporting';
import { rowsIn } from '../../platform/database';
import { textOf } from './content-text';

/** What was sent back, and where. */
export interface ReturnedVersion {
  readonly content: ReportContent;
  readonly remarks: readonly ReviewRemark[];
}

/**
 * The version that the latest return was about. Null when the report was never returned, and when what was returned had
 * no content here, only originals (代录): then all of it is to be written, and nothing is locked.
 */
export async function returnedIn(
  tx: EntityManager,
  reportId: string,
  form: ReportForm,
): Promise<ReturnedVersion | null> {
  const [row] = await rowsIn<{ content: string; remarks: string }>(
    tx,
    `SELECT v.content, w.remarks FROM report_review w
     JOIN report_version v ON v.report_id = w.report_id AND v.number = w.version_number
     WHERE w.report_id = ? AND w.decision = 'returned' ORDER BY w.at DESC, w.id DESC LIMIT 1`,
    [reportId],
  );
  if (row === undefined || row.content === textOf(emptyContent(form)).text) return null;
  return {
    content: JSON.parse(row.content) as ReportContent,
    remarks: JSON.parse(row.remarks) as readonly ReviewRemark[],
  };
}
