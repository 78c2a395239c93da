/** Nobody gave the one SQLite connection back in time, or another program did not let go of the file. */
export class LeaseTimeoutError extends Error {
  constructor(milliseconds: number) {
    super(`SQLite was not free within ${String(milliseconds)} ms.`);
    this.name = 'LeaseTimeoutError';
  }
}

interface Waiting {
  readonly grant: () => void;
  readonly timer: NodeJS.Timeout;
}

/** Hands the one SQLite connection from caller to caller, first come first served. */
export class SqliteLease {
  private isTaken = false;
  private readonly queue: Waiting[] = [];

  constructor(
    /** The longest that anybody waits. */
    readonly timeoutMilliseconds: number,
  ) {}

  /** Waits for the connection; throws a LeaseTimeoutError when it does not come free in time. */
  take(milliseconds = this.timeoutMilliseconds): Promise<void> {
    if (!this.isTaken) {
      this.isTaken = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(waiting), 1);
        reject(new LeaseTimeoutError(this.timeoutMilliseconds));
      }, milliseconds);
      const waiting: Waiting = { grant: resolve, timer };
      this.queue.push(waiting);
    });
  }

  /** Hands the connection to the next in line. */
  giveBack(): void {
    const next = this.queue.shift();
    if (!next) {
      this.isTaken = false;
      return;
    }
    clearTimeout(next.timer);
    next.grant();
  }
}
