/**
 * Remembers which pushes were handled, by the stamp WeChat signed. A push is remembered after it was handled, so that
 * a crash in between loses nothing: the repetition is handled, and the events' own keys keep it from counting twice.
 */
export interface ReplayStore {
  isHandled(key: string): Promise<boolean>;
  /** Keeps the key until the given instant. */
  remember(key: string, until: string): Promise<void>;
}

/** A replay store for one process. */
export class MemoryReplayStore implements ReplayStore {
  private readonly handled = new Map<string, string>();

  constructor(private readonly clock: { now(): string }) {}

  isHandled(key: string): Promise<boolean> {
    return Promise.resolve((this.handled.get(key) ?? '') > this.clock.now());
  }

  remember(key: string, until: string): Promise<void> {
    const now = this.clock.now();
    for (const [known, end] of this.handled) if (end <= now) this.handled.delete(known);
    this.handled.set(key, until);
    return Promise.resolve();
  }
}
