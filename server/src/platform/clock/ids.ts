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
    let pool: Buffer = Buffer.alloc(0);
    this.draw = monotonicFactory(() => {
      if (pool.length === 0) pool = randomness.bytes(256);
      const byte = pool[0] ?? 0;
      pool = pool.subarray(1);
      return byte / 256;
    });
  }

  next(): string {
    return this.draw(Date.parse(this.clock.now()));
  }
}
