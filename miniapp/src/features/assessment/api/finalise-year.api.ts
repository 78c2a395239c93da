import type { FinaliseYearRequest } from '@jiannuo/shared/assessment';
import { callServer } from '../../../platform/http/call-server';

/** Makes the year final as it was looked at. */
export function finaliseYear(body: FinaliseYearRequest, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: '/api/annual-results/finalise', body, idempotencyKey });
}
