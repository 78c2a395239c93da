import type { CircularEntry, CircularStanding } from '@jiannuo/shared/supervision';
import { callServer } from '../../../platform/http/call-server';

/** Enters what a circular named of a unit. */
export function enterCircular(body: CircularEntry, idempotencyKey: string): Promise<CircularStanding> {
  return callServer<CircularStanding>({ method: 'POST', path: '/api/supervision/circulars', body, idempotencyKey });
}
