import { callServer } from '../../../platform/http/call-server';

/** Objects to a line of a review. */
export function objectToReview(
  id: string,
  body: { readonly line: string; readonly text: string },
  idempotencyKey: string,
): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/object`, body, idempotencyKey });
}
