import type { MeView } from '@jiannuo/shared/people';
import { callServer } from '../../platform/http/call-server';

/** Goes on as another appointment of the same person. */
export function switchAppointment(appointmentId: string): Promise<MeView> {
  return callServer<MeView>({ method: 'POST', path: '/api/session/appointment', body: { appointmentId } });
}
