import type { AppointmentView, ListAppointmentRequest } from '@jiannuo/shared/people';
import { callServer } from '../../../platform/http/call-server';

/** Lists somebody for a unit; with `replaces` the present liaison's appointment ends. */
export function listPerson(body: ListAppointmentRequest, idempotencyKey: string): Promise<AppointmentView> {
  return callServer<AppointmentView>({ method: 'POST', path: '/api/appointments', body, idempotencyKey });
}
