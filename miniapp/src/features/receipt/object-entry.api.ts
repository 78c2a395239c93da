import type { ObjectionRequest } from '@jiannuo/shared/reporting';
import { callServer } from '../../platform/http/call-server';
import { handInPath, type HandIn } from '../../ui/report/hand-in';

/** Says that what was entered for the unit came at another time. */
export function objectToEntry(handIn: HandIn, body: ObjectionRequest, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `${handInPath(handIn)}/object`, body, idempotencyKey });
}
