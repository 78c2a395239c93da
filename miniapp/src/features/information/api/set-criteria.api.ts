import { callServer } from '../../../platform/http/call-server';

/** Writes down what the year takes for high quality. */
export function setCriteria(year: number, criteria: string, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'PUT', path: '/api/information-year', body: { year, criteria }, idempotencyKey });
}
