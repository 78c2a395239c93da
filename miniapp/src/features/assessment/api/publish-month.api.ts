import { callServer } from '../../../platform/http/call-server';

interface Published {
  /** Counties whose score was stated anew, so that nothing was told yet. */
  readonly restated: number;
}

/** Tells all counties' scores of a month. */
export function publishMonth(period: string, idempotencyKey: string): Promise<Published> {
  return callServer<Published>({ method: 'POST', path: '/api/assessments/publish', body: { period }, idempotencyKey });
}
