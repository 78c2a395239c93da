import { callServer } from '../../../platform/http/call-server';

/** Tells all counties' scores of a month. */
export function publishMonth(period: string, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: '/api/assessments/publish', body: { period }, idempotencyKey });
}
