import type { BindingCandidatesView, SignInView } from '@jiannuo/shared/people';
import { callServer } from '../../platform/http/call-server';

/** Signs a bound WeChat account in; an unbound one gets a ticket to bind with. */
export function signInWithWechat(code: string): Promise<SignInView> {
  return callServer<SignInView>({ method: 'POST', path: '/api/sign-in/wechat', body: { code } });
}

/** Whom the lead unit listed under the phone number that WeChat vouches for. */
export function findByPhone(ticket: string, phoneCode: string): Promise<BindingCandidatesView> {
  return callServer<BindingCandidatesView>({ method: 'POST', path: '/api/sign-in/phone', body: { ticket, phoneCode } });
}

/** Whom a single-use code is for. */
export function findByInvite(ticket: string, inviteCode: string): Promise<BindingCandidatesView> {
  return callServer<BindingCandidatesView>({
    method: 'POST',
    path: '/api/sign-in/invite',
    body: { ticket, inviteCode },
  });
}

/** Binds this WeChat account to a post; it is signed in at once. */
export function bindTo(ticket: string, appointmentId: string): Promise<SignInView> {
  return callServer<SignInView>({ method: 'POST', path: '/api/sign-in/bind', body: { ticket, appointmentId } });
}
