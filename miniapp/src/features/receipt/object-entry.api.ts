import type { ObjectionRequest } from '@jiannuo/shared/reporting';
import { callServer } from '../../platform/http/call-server';

/** Says that what was entered for the unit came at another time. */
export function objectToEntry(reportId: string, body: ObjectionRequest, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/reports/${reportId}/object`, body, idempotencyKey });
}
