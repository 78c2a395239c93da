import type { TimeCorrectionRequest } from '@jiannuo/shared/reporting';
import { callServer } from '../../../platform/http/call-server';

/** Puts the true time of receipt right, or keeps it with a reason. */
export function correctTime(reportId: string, body: TimeCorrectionRequest, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/reports/${reportId}/correct-time`, body, idempotencyKey });
}
