import type { WorkUpdateStanding } from '@jiannuo/shared/information';
import { callServer } from '../../../platform/http/call-server';

/** Withdraws a mark with a reason. */
export function withdrawMark(
  mark: { readonly updateId: string; readonly markId: string },
  reason: string,
  idempotencyKey: string,
): Promise<WorkUpdateStanding> {
  const path = `/api/work-updates/${mark.updateId}/marks/${mark.markId}/withdraw`;
  return callServer<WorkUpdateStanding>({ method: 'POST', path, body: { reason }, idempotencyKey });
}
