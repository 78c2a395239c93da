import { callServer } from '../../../platform/http/call-server';

/** Accepts (收下) the version that was read. */
export function acceptReport(reportId: string, version: number, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/reports/${reportId}/accept`, body: { version }, idempotencyKey });
}
