import type { Review } from '@jiannuo/shared/assessment';
import { callServer } from '../../../platform/http/call-server';

/** Keeps a review as far as it goes. */
export function saveReview(
  id: string,
  body: { readonly version: number; readonly review: Review },
  idempotencyKey: string,
): Promise<unknown> {
  return callServer({ method: 'PUT', path: `/api/assessments/${id}/review`, body, idempotencyKey });
}
