import { callServer } from '../../../platform/http/call-server';

/** 不用更正: lets a published score stand beside what came onto record since. */
export function letStand(
  id: string,
  body: { readonly version: number; readonly reason: string },
  idempotencyKey: string,
): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/let-stand`, body, idempotencyKey });
}
