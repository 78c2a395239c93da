import type { MonthRequest } from '@jiannuo/shared/applications';
import { callServer } from '../../../platform/http/call-server';

/** 落实了 or 没落实 in a month. */
export function confirmMonth(id: string, body: MonthRequest, idempotencyKey: string): Promise<MonthRequest> {
  return callServer<MonthRequest>({ method: 'POST', path: `/api/applications/${id}/months`, body, idempotencyKey });
}
