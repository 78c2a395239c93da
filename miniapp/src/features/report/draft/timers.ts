type Cancel = () => void;
/** Calls back after so many milliseconds; the answer calls it off. */
export type Later = (milliseconds: number, call: () => void) => Cancel;

/** A few named waits, of which each runs at most once at a time. */
export class Timers<Name extends string> {
  private readonly running = new Map<Name, Cancel>();

  constructor(private readonly later: Later) {}

  /** Begins a wait, unless it is running already: it is not put off. */
  start(name: Name, milliseconds: number, call: () => void): void {
    if (this.running.has(name)) return;
    const cancel = this.later(milliseconds, () => {
      this.running.delete(name);
      call();
    });
    this.running.set(name, cancel);
  }

  /** Begins a wait anew: it is put off. */
  restart(name: Name, milliseconds: number, call: () => void): void {
    this.stop(name);
    this.start(name, milliseconds, call);
  }

  stop(name: Name): void {
    this.running.get(name)?.();
    this.running.delete(name);
  }

  stopAll(): void {
    [...this.running.keys()].forEach((name) => {
      this.stop(name);
    });
  }
}
