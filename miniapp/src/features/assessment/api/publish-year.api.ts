import { callServer } from '../../../platform/http/call-server';

/** Tells the year to all. */
export function publishYear(year: number, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: '/api/annual-results/publish', body: { year }, idempotencyKey });
}
