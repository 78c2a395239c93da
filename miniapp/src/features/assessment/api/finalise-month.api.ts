import type { Period } from '@jiannuo/shared/kernel';
import { callServer } from '../../../platform/http/call-server';

interface Finalised {
  readonly counties: number;
  /** Counties whose score was stated anew instead, because something fell due since the review. */
  readonly restated: number;
  /** Counties that are not that far. */
  readonly left: number;
}

/** Makes every county of a month final whose review stands. */
export function finaliseMonth(period: Period, idempotencyKey: string): Promise<Finalised> {
  return callServer<Finalised>({ method: 'POST', path: '/api/assessments/finalise', body: { period }, idempotencyKey });
}
