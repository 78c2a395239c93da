import type { WorkUpdateRequest, WorkUpdateStanding } from '@jiannuo/shared/information';
import { callServer } from '../../../platform/http/call-server';

/** Sends a new work update, or again the one that was taken back. */
export function sendUpdate(
  updateId: string | null,
  body: WorkUpdateRequest,
  idempotencyKey: string,
): Promise<WorkUpdateStanding> {
  const path = updateId === null ? '/api/work-updates' : `/api/work-updates/${updateId}/send`;
  return callServer<WorkUpdateStanding>({ method: 'POST', path, body, idempotencyKey });
}
