import type { Review } from '@jiannuo/shared/assessment';
import { callServer } from '../../../platform/http/call-server';

/** Confirms a review. */
export function confirmReview(
  id: string,
  body: { readonly version: number; readonly review: Review },
  idempotencyKey: string,
): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/confirm`, body, idempotencyKey });
}
