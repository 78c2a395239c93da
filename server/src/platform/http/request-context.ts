import { AsyncLocalStorage } from 'node:async_hooks';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Actor } from '../identity/actor';

/** What is known about the request being answered, wherever in the code one stands. */
export interface RequestContext {
  readonly requestId: string;
  readonly ip: string;
  /**
   * When the last byte of the request had come: the `now` of what it asks for. In what is told afterwards, when it
   * happened. Null for other work that answers no request.
   */
  readonly arrivedAt: Instant | null;
  actor: Actor | null;
  /** The caller's key for this write, and a hash of what was asked with it; null for reads and for routes without a key. */
  idempotency: { readonly key: string; readonly requestHash: string } | null;
  /** How many transactions the request has begun; the n-th is recorded as step n of its key. */
  step: number;
}

/** What surrounds a piece of running code: the request it answers, and the transaction it stands in. */
export interface CallContext {
  readonly request: RequestContext | undefined;
  readonly transaction: { isOpen: boolean } | undefined;
}

/** One storage for both: on Node 20 each further one is paid for at every promise. */
export const callContext = new AsyncLocalStorage<CallContext>();

/** The context of the current request; undefined in jobs and on the command line. */
export function currentRequest(): RequestContext | undefined {
  return callContext.getStore()?.request;
}

/** Runs `work` as part of the request that `context` describes. */
export function runInRequest<T>(context: RequestContext, work: () => T): T {
  return callContext.run({ request: context, transaction: undefined }, work);
}
