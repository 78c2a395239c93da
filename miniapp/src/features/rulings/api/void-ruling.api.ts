import type { RulingOutcome } from '@jiannuo/shared/rulings';
import { callServer } from '../../../platform/http/call-server';

/** Declares a draft void, with the reason. */
export function voidRuling(id: string, reason: string, idempotencyKey: string): Promise<RulingOutcome> {
  return callServer<RulingOutcome>({
    method: 'POST',
    path: `/api/rulings/${id}/void`,
    body: { reason },
    idempotencyKey,
  });
}
