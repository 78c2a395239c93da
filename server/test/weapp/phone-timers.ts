type Work = (...values: unknown[]) => void;

/** The timers of a program in a sandbox, so that all of them can be stopped with the phone. */
export class PhoneTimers {
  private readonly running = new Set<NodeJS.Timeout>();

  /** What the program finds under the usual names. */
  readonly functions = {
    setTimeout: (work: Work, milliseconds?: number, ...values: unknown[]) =>
      this.keep(setTimeout(work, milliseconds, ...values)),
    setInterval: (work: Work, milliseconds?: number, ...values: unknown[]) =>
      this.keep(setInterval(work, milliseconds, ...values)),
    clearTimeout: (timer: NodeJS.Timeout) => this.stop(timer),
    clearInterval: (timer: NodeJS.Timeout) => this.stop(timer),
  };

  stopAll(): void {
    for (const timer of this.running) this.stop(timer);
  }

  private keep(timer: NodeJS.Timeout): NodeJS.Timeout {
    this.running.add(timer);
    return timer;
  }

  private stop(timer: NodeJS.Timeout): void {
    this.running.delete(timer);
    clearTimeout(timer);
  }
}
