import { SimulatedRefusal } from './refusal';
import type { SeededRandom } from './random';

interface IssuedToken {
  readonly token: string;
  readonly expiresAt: number;
  /** From when a newer token has taken its place; null while it is the latest. */
  supersededAt: number | null;
}

const LIFE_MS = 7_200_000;
const OVERLAP_MS = 300_000;
const FORCE_APART_MS = 30_000;
const FORCE_PER_DAY = 20;
const TOKEN_LENGTH = 512;
const BEIJING_AHEAD_MS = 8 * 3_600_000;

/** The access tokens of one app: the stable one and, apart from it, the one of the old call. */
export class TokenLedger {
  private readonly issued = new Map<string, IssuedToken>();
  private stableToken: IssuedToken | null = null;
  private plainToken: IssuedToken | null = null;
  private readonly forcedAt: number[] = [];

  constructor(private readonly random: SeededRandom) {}

  /** The stable token in normal mode: the same until its last 300 s, then a new one beside it. */
  stable(now: number): { token: string; expires_in: number } {
    const held = this.stableToken;
    if (held !== null && held.expiresAt - now > OVERLAP_MS) return answer(held, now);
    return answer(this.renewStable(now, held === null ? now : Math.min(held.expiresAt, now + OVERLAP_MS)), now);
  }

  /** The stable token by force: the old one dies at once; within 30 s nothing changes; 20 times a day. */
  forced(now: number): { token: string; expires_in: number } {
    const last = this.forcedAt.at(-1);
    if (last !== undefined && this.stableToken !== null && now - last < FORCE_APART_MS) {
      return answer(this.stableToken, now);
    }
    if (this.forcedAt.filter((at) => beijingDay(at) === beijingDay(now)).length >= FORCE_PER_DAY) {
      throw new SimulatedRefusal(45009, 'reach max api daily quota limit');
    }
    this.forcedAt.push(now);
    return answer(this.renewStable(now, now), now);
  }

  /** The token of the old call: always new; the one before lives 5 minutes more. */
  plain(now: number): { token: string; expires_in: number } {
    if (this.plainToken !== null) this.plainToken.supersededAt = now + OVERLAP_MS;
    this.plainToken = this.issue(now);
    return answer(this.plainToken, now);
  }

  /** Refuses a token that is missing, malformed, expired or no longer the latest. */
  check(token: string, now: number): void {
    if (token === '') throw new SimulatedRefusal(41001, 'access_token missing');
    if (token.length !== TOKEN_LENGTH) throw new SimulatedRefusal(40014, 'invalid access_token');
    const found = this.issued.get(token);
    if (found === undefined || (found.supersededAt !== null && now >= found.supersededAt)) {
      throw new SimulatedRefusal(40001, 'invalid credential, access_token is invalid or not latest');
    }
    if (now >= found.expiresAt) throw new SimulatedRefusal(42001, 'access_token expired');
  }

  /** Whether this ledger issued the token. */
  knows(token: string): boolean {
    return this.issued.has(token);
  }

  private renewStable(now: number, oldEndsAt: number): IssuedToken {
    if (this.stableToken !== null) this.stableToken.supersededAt = oldEndsAt;
    this.stableToken = this.issue(now);
    return this.stableToken;
  }

  private issue(now: number): IssuedToken {
    const issued = { token: this.random.text(TOKEN_LENGTH), expiresAt: now + LIFE_MS, supersededAt: null };
    this.issued.set(issued.token, issued);
    return issued;
  }
}

function answer(held: IssuedToken, now: number): { token: string; expires_in: number } {
  return { token: held.token, expires_in: Math.floor((held.expiresAt - now) / 1000) };
}

function beijingDay(milliseconds: number): number {
  return Math.floor((milliseconds + BEIJING_AHEAD_MS) / 86_400_000);
}
