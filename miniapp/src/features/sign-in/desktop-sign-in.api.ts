import type { DesktopSignInState, DesktopSignInView } from '@jiannuo/shared/people';
import { callServer } from '../../platform/http/call-server';

/** Asks for a code that a signed-in phone can scan; this browser is known by a cookie. */
export function offerDesktopSignIn(): Promise<DesktopSignInView> {
  return callServer<DesktopSignInView>({ method: 'POST', path: '/api/desktop-sign-in' });
}

/** Whether the phone has confirmed by now. */
export function pollDesktopSignIn(id: string): Promise<DesktopSignInState> {
  return callServer<DesktopSignInState>({ path: `/api/desktop-sign-in/${id}` });
}

/** Lets the browser that shows the code in as the person on this phone. */
export function confirmDesktopSignIn(id: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/desktop-sign-in/${encodeURIComponent(id)}/confirm` });
}
