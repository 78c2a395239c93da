import type { BindingCandidatesView, SignInView } from '@jiannuo/shared/people';
import { keepSession } from '../../platform/session/token';
import { goWhereWanted } from '../../platform/wanted-page';

/** A binding under way: the ticket of the WeChat account, and whom the lead unit listed. */
export interface Binding {
  readonly ticket: string;
  /** Null while nobody was looked up yet. */
  readonly found: BindingCandidatesView | null;
}

let current: Binding | null = null;

/** The binding under way; null after a restart, when one begins again at signing in. */
export function currentBinding(): Binding | null {
  return current;
}

/** Goes on with a binding, on the page that asks whether it is the right unit. */
export function keepBinding(binding: Binding): void {
  current = binding;
}

/** Goes in when the server signed this person in; answers the ticket when it did not. */
export function enter(view: SignInView): string | null {
  if (view.kind === 'unbound') return view.ticket;
  current = null;
  keepSession(view.token, view.expiresAt);
  goWhereWanted();
  return null;
}
