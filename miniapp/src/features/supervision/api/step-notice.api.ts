import type { NoticeStanding, NoticeStepRequest } from '@jiannuo/shared/supervision';
import { callServer } from '../../../platform/http/call-server';

/** Takes a notice one step on. */
export function stepNotice(id: string, body: NoticeStepRequest, idempotencyKey: string): Promise<NoticeStanding> {
  const path = `/api/supervision/notices/${encodeURIComponent(id)}/steps`;
  return callServer<NoticeStanding>({ method: 'POST', path, body, idempotencyKey });
}
