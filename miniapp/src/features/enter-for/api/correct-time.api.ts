import type { TimeCorrectionRequest } from '@jiannuo/shared/reporting';
import { callServer } from '../../../platform/http/call-server';
import { handInPath, type HandIn } from '../../../ui/report/hand-in';

/** Puts the true time of receipt right, or keeps it with a reason. */
export function correctTime(handIn: HandIn, body: TimeCorrectionRequest, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `${handInPath(handIn)}/correct-time`, body, idempotencyKey });
}
