import { callServer } from '../../../platform/http/call-server';

/** Notes what a call came to. */
export function recordCall(reminderId: string, text: string, idempotencyKey: string): Promise<unknown> {
  return callServer({
    method: 'POST',
    path: `/api/call-list/${reminderId}/result`,
    body: { text },
    idempotencyKey,
  });
}
