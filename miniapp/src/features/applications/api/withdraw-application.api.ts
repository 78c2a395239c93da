import type { ApplicationStanding } from '@jiannuo/shared/applications';
import { callServer } from '../../../platform/http/call-server';

/** Withdraws an application that is not decided yet. */
export function withdrawApplication(id: string, idempotencyKey: string): Promise<ApplicationStanding> {
  const path = `/api/applications/${id}/withdraw`;
  return callServer<ApplicationStanding>({ method: 'POST', path, body: {}, idempotencyKey });
}
