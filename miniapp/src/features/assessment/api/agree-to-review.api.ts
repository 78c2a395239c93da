import { callServer } from '../../../platform/http/call-server';

/** Says that the county has no objection. */
export function agreeToReview(id: string, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/agree`, body: {}, idempotencyKey });
}
