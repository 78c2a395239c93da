import type { MatterStanding, MatterStepRequest } from '@jiannuo/shared/coordination';
import { callServer } from '../../../platform/http/call-server';

/** Takes a matter one step on. */
export function stepMatter(id: string, body: MatterStepRequest, idempotencyKey: string): Promise<MatterStanding> {
  const path = `/api/matters/${encodeURIComponent(id)}/steps`;
  return callServer<MatterStanding>({ method: 'POST', path, body, idempotencyKey });
}
