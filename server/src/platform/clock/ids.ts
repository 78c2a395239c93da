import { monotonicFactory } from 'ulid';
import type { Clock } from './clock';
import type { Randomness } from './randomness';

/** The only maker of ids. */
export abstract class Ids {
  /** A new ULID: 26 characters, unique, and later ids of one process sort after earlier ones even when the clock is set back. */
  abstract next(): string;
}

/** Ids from the injected clock and randomness. */
export class UlidIds extends Ids {
  private readonly draw: (time?: number) => string;

  constructor(
    private readonly clock: Clock,
    randomness: Randomness,
  ) {
    super();
    let pool = randomness.bytes(0);
    let used = 0;
    this.draw = monotonicFactory(() => {
      if (used >= pool.length) {
        pool = randomness.bytes(1024);
        used = 0;
      }
      used += 1;
      return (pool[used - 1] ?? 0) / 256;
    });
  }

  next(): string {
    return this.draw(Date.parse(this.clock.now()));
  }
}
