import type { ReportState, ReviewRemark } from '@jiannuo/shared/reporting';
import { callServer } from '../../../platform/http/call-server';

/** What is sent back: the version that was read, how it stood then, and the remarks at its lines. */
export interface ReturnedVersion {
  readonly version: number;
  readonly state: ReportState;
  readonly remarks: readonly ReviewRemark[];
}

/** Sends a report back for correction. */
export function returnReport(reportId: string, body: ReturnedVersion, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/reports/${reportId}/return`, body, idempotencyKey });
}
