import type { MarkUpdateRequest, WorkUpdateStanding } from '@jiannuo/shared/information';
import { callServer } from '../../../platform/http/call-server';

/** 高质量, 没选用 or 被采用. */
export function markUpdate(id: string, body: MarkUpdateRequest, idempotencyKey: string): Promise<WorkUpdateStanding> {
  return callServer<WorkUpdateStanding>({
    method: 'POST',
    path: `/api/work-updates/${id}/marks`,
    body,
    idempotencyKey,
  });
}
