import type { NoticeStanding, SuccessionRequest } from '@jiannuo/shared/supervision';
import { callServer } from '../../../platform/http/call-server';

/** Names who follows a reader that left his post. */
export function nameSuccessor(id: string, body: SuccessionRequest, idempotencyKey: string): Promise<NoticeStanding> {
  const path = `/api/supervision/notices/${encodeURIComponent(id)}/successors`;
  return callServer<NoticeStanding>({ method: 'POST', path, body, idempotencyKey });
}
