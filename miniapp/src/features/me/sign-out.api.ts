import { callServer } from '../../platform/http/call-server';

/** Ends the session on the server; the token is worth nothing afterwards. */
export function signOut(): Promise<unknown> {
  return callServer({ method: 'POST', path: '/api/sign-out', body: {} });
}
