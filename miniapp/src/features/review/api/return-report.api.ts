import type { ReviewRemark } from '@jiannuo/shared/reporting';
import { callServer } from '../../../platform/http/call-server';

/** What is sent back: the version that was read, and the remarks at its lines. */
export interface ReturnedVersion {
  readonly version: number;
  readonly remarks: readonly ReviewRemark[];
}

/** Sends a report back for correction. */
export function returnReport(reportId: string, body: ReturnedVersion, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/reports/${reportId}/return`, body, idempotencyKey });
}
