import { MINUTE } from '../clock';
import { RequestError } from './domain-error';

/** How many requests one caller may make in a minute. */
export interface RequestLimits {
  /** From one network address; a whole office may share one. */
  readonly perAddress: number;
  readonly perSession: number;
  /** Tries to sign in from one address. */
  readonly signInPerAddress: number;
}

/** What a running office needs with room to spare, and a program trying codes does not get. */
export const DEFAULT_LIMITS: RequestLimits = { perAddress: 3000, perSession: 300, signInPerAddress: 60 };

/**
 * Counts requests by the minute and refuses with `request.too-many` beyond the limit.
 * Counting is per process, by the machine's own time: it protects this process and nothing else depends on it.
 */
export class RequestBudgets {
  private minute = -1;
  private counts = new Map<string, number>();

  constructor(
    private readonly limits: RequestLimits = DEFAULT_LIMITS,
    /** Milliseconds that have passed, from any start. */
    private readonly elapsed: () => number = () => performance.now(),
  ) {}

  /** Counts a request from `address`, and against the stricter limit when it takes part in signing in. */
  spendOfAddress(address: string, isSignIn: boolean): void {
    this.spend(`a${address}`, this.limits.perAddress);
    if (isSignIn) this.spend(`s${address}`, this.limits.signInPerAddress);
  }

  /** Counts a request of a session. */
  spendOfSession(sessionId: string): void {
    this.spend(sessionId, this.limits.perSession);
  }

  private spend(key: string, limit: number): void {
    const minute = Math.floor(this.elapsed() / MINUTE);
    if (minute !== this.minute) {
      this.minute = minute;
      this.counts = new Map();
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count > limit) throw RequestError.of(429, 'request.too-many');
  }
}
