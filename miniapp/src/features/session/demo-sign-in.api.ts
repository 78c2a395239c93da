import type { SignInView } from '@jiannuo/shared/people';
import { callServer } from '../../platform/http/call-server';

/** Signs in as one of the demo's people. Only a server in demo mode knows this route. */
export function signInAsDemo(account: string): Promise<SignInView> {
  return callServer<SignInView>({ method: 'POST', path: '/api/demo/sign-in', body: { account } });
}
