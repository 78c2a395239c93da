import type { ApplicationStanding, DecisionRequest } from '@jiannuo/shared/applications';
import { callServer } from '../../../platform/http/call-server';

/** 认定 or 不予认定. */
export function decideApplication(
  id: string,
  body: DecisionRequest,
  idempotencyKey: string,
): Promise<ApplicationStanding> {
  return callServer<ApplicationStanding>({
    method: 'POST',
    path: `/api/applications/${id}/decide`,
    body,
    idempotencyKey,
  });
}
