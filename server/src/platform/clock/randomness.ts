import { createHash, randomBytes } from 'node:crypto';

/** The only source of chance. */
export abstract class Randomness {
  /** `count` unpredictable bytes. */
  abstract bytes(count: number): Buffer;
}

/** The machine's cryptographic randomness. */
export class SystemRandomness extends Randomness {
  bytes(count: number): Buffer {
    return randomBytes(count);
  }
}

/** The same bytes again for the same seed, so that a played year can be played again. Never for secrets that matter. */
export class SeededRandomness extends Randomness {
  private drawn = 0;

  constructor(private readonly seed: string) {
    super();
  }

  bytes(count: number): Buffer {
    const blocks: Buffer[] = [];
    for (let length = 0; length < count; length += 32) {
      this.drawn += 1;
      blocks.push(
        createHash('sha256')
          .update(`${this.seed}:${String(this.drawn)}`)
          .digest(),
      );
    }
    return Buffer.concat(blocks).subarray(0, count);
  }
}
