import type { MatterStanding, RaiseMatterRequest } from '@jiannuo/shared/coordination';
import { callServer } from '../../../platform/http/call-server';

/** Puts a matter into the register. */
export function raiseMatter(body: RaiseMatterRequest, idempotencyKey: string): Promise<MatterStanding> {
  return callServer<MatterStanding>({ method: 'POST', path: '/api/matters', body, idempotencyKey });
}
