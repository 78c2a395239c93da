import type { AppointmentView, ChangePhoneRequest } from '@jiannuo/shared/people';
import { callServer } from '../../../platform/http/call-server';

/** Enters another phone number for whoever holds an appointment. */
export function changePhone(
  appointmentId: string,
  body: ChangePhoneRequest,
  idempotencyKey: string,
): Promise<AppointmentView> {
  return callServer<AppointmentView>({
    method: 'PUT',
    path: `/api/appointments/${appointmentId}/phone`,
    body,
    idempotencyKey,
  });
}
