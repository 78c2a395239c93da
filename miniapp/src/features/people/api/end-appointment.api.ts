import type { AppointmentView } from '@jiannuo/shared/people';
import { callServer } from '../../../platform/http/call-server';

/** Ends an appointment today; the phone that is signed in with it is signed out at once. */
export function endAppointment(appointmentId: string, idempotencyKey: string): Promise<AppointmentView> {
  return callServer<AppointmentView>({
    method: 'POST',
    path: `/api/appointments/${appointmentId}/end`,
    body: {},
    idempotencyKey,
  });
}
