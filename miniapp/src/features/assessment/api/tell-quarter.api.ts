import { callServer } from '../../../platform/http/call-server';

/** A quarter, and the number under which it was told last; 0 for none. */
export interface QuarterToTell {
  readonly year: number;
  readonly quarter: number;
  readonly number: number;
}

/** Tells a quarter to all counties. */
export function tellQuarter(body: QuarterToTell, idempotencyKey: string): Promise<{ readonly number: number }> {
  return callServer<{ readonly number: number }>({ method: 'POST', path: '/api/quarters/tell', body, idempotencyKey });
}
