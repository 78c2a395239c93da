import type { ApplicationRequest, ApplicationStanding } from '@jiannuo/shared/applications';
import { callServer } from '../../../platform/http/call-server';

/** Hands in an application. */
export function submitApplication(body: ApplicationRequest, idempotencyKey: string): Promise<ApplicationStanding> {
  return callServer<ApplicationStanding>({ method: 'POST', path: '/api/applications', body, idempotencyKey });
}
