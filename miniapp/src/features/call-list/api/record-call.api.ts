import { callServer } from '../../../platform/http/call-server';

/** What a call came to. One that got through is a contact of the month (art. 4); nobody types it again. */
export interface CallOutcome {
  readonly text: string;
  readonly isReached: boolean;
}

/** Notes what a call came to. */
export function recordCall(reminderId: string, body: CallOutcome, idempotencyKey: string): Promise<unknown> {
  return callServer({
    method: 'POST',
    path: `/api/call-list/${reminderId}/result`,
    body,
    idempotencyKey,
  });
}
