import type { InviteView } from '@jiannuo/shared/people';
import { callServer } from '../../../platform/http/call-server';

/** A single-use code that binds the WeChat of whoever holds the appointment. It is answered this once. */
export function makeInvite(appointmentId: string): Promise<InviteView> {
  return callServer<InviteView>({ method: 'POST', path: `/api/appointments/${appointmentId}/invite`, body: {} });
}
