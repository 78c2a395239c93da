type Listener = () => void;

class Signal {
  aborted = false;
  reason: unknown = undefined;
  onabort: Listener | null = null;
  private readonly listeners = new Set<Listener>();

  addEventListener(_name: 'abort', listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_name: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? new Error('aborted');
    this.onabort?.();
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}

/** The part of the standard AbortController that the query client uses; WeChat's engine has none. */
export class AbortController {
  readonly signal = new Signal();

  abort(reason?: unknown): void {
    this.signal.abort(reason);
  }
}
