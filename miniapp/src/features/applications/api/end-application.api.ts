import type { ApplicationStanding, EndRequest } from '@jiannuo/shared/applications';
import { callServer } from '../../../platform/http/call-server';

/** 停止记分. */
export function endApplication(id: string, body: EndRequest, idempotencyKey: string): Promise<ApplicationStanding> {
  return callServer<ApplicationStanding>({ method: 'POST', path: `/api/applications/${id}/end`, body, idempotencyKey });
}
