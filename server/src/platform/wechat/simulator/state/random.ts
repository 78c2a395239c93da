import { createHash } from 'node:crypto';

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Repeatable randomness: the same seed gives the same tokens, codes and ids in the same order. */
export class SeededRandom {
  private state: number;

  constructor(private readonly seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [0, 1) (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A text of letters, digits, `-` and `_`. */
  text(length: number): string {
    return this.pick(BASE64URL, length);
  }

  /** Lower-case hexadecimal digits. */
  hex(length: number): string {
    return this.pick('0123456789abcdef', length);
  }

  /** A 19-digit odd integer as text: no JavaScript number can hold it. */
  messageId(): string {
    return `19${this.pick('0123456789', 16)}${this.pick('13579', 1)}`;
  }

  /** A text that depends on the seed and the parts alone, not on what was drawn before. */
  fixed(length: number, ...parts: readonly string[]): string {
    return createHash('sha512')
      .update([this.seed, ...parts].join('\n'))
      .digest('base64url')
      .slice(0, length);
  }

  private pick(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet.charAt(Math.floor(this.next() * alphabet.length))).join('');
  }
}
