import type { RulingOutcome } from '@jiannuo/shared/rulings';
import { callServer } from '../../../platform/http/call-server';

/** Puts another officer's draft in force. */
export function checkRuling(id: string, idempotencyKey: string): Promise<RulingOutcome> {
  return callServer<RulingOutcome>({ method: 'POST', path: `/api/rulings/${id}/check`, body: {}, idempotencyKey });
}
