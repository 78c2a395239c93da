import type { CircularStanding, CircularWithdrawal } from '@jiannuo/shared/supervision';
import { callServer } from '../../../platform/http/call-server';

/** Takes back what was entered wrongly. */
export function withdrawCircular(
  id: string,
  body: CircularWithdrawal,
  idempotencyKey: string,
): Promise<CircularStanding> {
  const path = `/api/supervision/circulars/${encodeURIComponent(id)}/withdraw`;
  return callServer<CircularStanding>({ method: 'POST', path, body, idempotencyKey });
}
