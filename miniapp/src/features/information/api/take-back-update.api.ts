import type { WorkUpdateStanding } from '@jiannuo/shared/information';
import { callServer } from '../../../platform/http/call-server';

/** Takes a work update back. */
export function takeBackUpdate(id: string, idempotencyKey: string): Promise<WorkUpdateStanding> {
  const path = `/api/work-updates/${id}/take-back`;
  return callServer<WorkUpdateStanding>({ method: 'POST', path, body: {}, idempotencyKey });
}
