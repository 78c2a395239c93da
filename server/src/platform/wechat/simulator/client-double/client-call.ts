/** What `wx` gives to `fail`. */
export interface ClientFault {
  readonly errMsg: string;
  readonly errCode?: number;
  readonly errno?: number;
}

/** The callbacks every `wx` call takes. */
export interface ClientCallbacks<Result> {
  readonly success?: (result: Result) => void;
  readonly fail?: (fault: ClientFault) => void;
  readonly complete?: (end: Result | ClientFault) => void;
}

/** Rejects a call as `wx` does. */
export class ClientRefusal extends Error {
  override readonly name = 'ClientRefusal';

  constructor(readonly fault: ClientFault) {
    super(fault.errMsg);
  }
}

/**
 * Runs the work behind a call, tells the callbacks, and gives a promise as Taro does: it resolves with the result and
 * rejects with the fault. The answer never comes in the caller's own stack.
 */
export function finishCall<Result>(
  callbacks: ClientCallbacks<Result>,
  work: () => Promise<Result> | Result,
): Promise<Result> {
  const ended = Promise.resolve()
    .then(work)
    .then(
      (result) => {
        callbacks.success?.(result);
        callbacks.complete?.(result);
        return result;
      },
      (failure: unknown) => {
        const fault = faultOf(failure);
        callbacks.fail?.(fault);
        callbacks.complete?.(fault);
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a phone rejects with a plain object.
        throw fault;
      },
    );
  // Whoever uses callbacks does not look at the promise; its rejection must not count as forgotten.
  ended.catch(() => undefined);
  return ended;
}

function faultOf(failure: unknown): ClientFault {
  if (failure instanceof ClientRefusal) return failure.fault;
  throw failure;
}
