import type { ApplicationStanding } from '@jiannuo/shared/applications';
import { callServer } from '../../../platform/http/call-server';

/** 撤销认定. */
export function revokeApplication(id: string, reason: string, idempotencyKey: string): Promise<ApplicationStanding> {
  const path = `/api/applications/${id}/revoke`;
  return callServer<ApplicationStanding>({ method: 'POST', path, body: { reason }, idempotencyKey });
}
