import type { CorrectYearRequest } from '@jiannuo/shared/assessment';
import { callServer } from '../../../platform/http/call-server';

/** Corrects one county's fixed year. */
export function correctYear(body: CorrectYearRequest, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: '/api/annual-results/correct', body, idempotencyKey });
}
