import { callServer } from '../../../platform/http/call-server';

/** Takes a sheet back before it is due. */
export function withdrawSheet(id: string, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/withdraw`, body: {}, idempotencyKey });
}
