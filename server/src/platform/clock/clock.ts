import type { Instant } from '@jiannuo/shared/kernel';

/** The only reader of the wall clock. Read it once per command and pass the instant on. */
export abstract class Clock {
  /** The present moment. */
  abstract now(): Instant;
}

/** The machine's own clock. */
export class SystemClock extends Clock {
  now(): Instant {
    return new Date(Date.now()).toISOString();
  }
}

/** A clock that can be put to any moment, for the demo page and for tests. */
export class SettableClock extends Clock {
  private base: number;
  private since: number;

  /** Starts at `start`; `frozen` stands still until it is set again, `flowing` runs on at the speed of the machine's clock. */
  constructor(
    start: Instant,
    private mode: 'frozen' | 'flowing' = 'frozen',
  ) {
    super();
    this.base = Date.parse(start);
    this.since = Date.now();
  }

  now(): Instant {
    const passed = this.mode === 'flowing' ? Date.now() - this.since : 0;
    return new Date(this.base + passed).toISOString();
  }

  /** Puts the clock to `instant`, forwards or back. */
  set(instant: Instant): void {
    const moment = Date.parse(instant);
    if (Number.isNaN(moment)) throw new RangeError(`Not an instant: ${instant}`);
    this.base = moment;
    this.since = Date.now();
  }

  /** Moves the clock on by `milliseconds`. */
  advance(milliseconds: number): void {
    this.set(new Date(Date.parse(this.now()) + milliseconds).toISOString());
  }

  /** Stops or restarts the flow of time at the present moment. */
  switchTo(mode: 'frozen' | 'flowing'): void {
    this.set(this.now());
    this.mode = mode;
  }
}
