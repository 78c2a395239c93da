import { callServer } from '../../../platform/http/call-server';

/** Answers an objection. */
export function answerObjection(
  id: string,
  body: { readonly number: number; readonly isUpheld: boolean; readonly reason: string },
  idempotencyKey: string,
): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/answer`, body, idempotencyKey });
}
