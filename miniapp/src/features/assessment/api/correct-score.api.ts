import type { Review } from '@jiannuo/shared/assessment';
import { callServer } from '../../../platform/http/call-server';

/** Corrects a score that was fixed. */
export function correctScore(
  id: string,
  body: { readonly version: number; readonly review: Review; readonly reason: string },
  idempotencyKey: string,
): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/correct`, body, idempotencyKey });
}
