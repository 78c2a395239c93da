import { callServer } from '../../../platform/http/call-server';

/** Makes a reviewed score final. */
export function finalise(id: string, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/finalise`, body: {}, idempotencyKey });
}
