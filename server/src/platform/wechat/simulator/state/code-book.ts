import type { SeededRandom } from './random';
import { SimulatedRefusal } from './refusal';

/** A login code comes from `login`, a phone code from the phone button; neither does the other's work. */
export type CodeKind = 'login' | 'phone';

interface IssuedCode {
  readonly kind: CodeKind;
  readonly appId: string;
  readonly userId: string;
  readonly issuedAt: number;
  isUsed: boolean;
}

const LIFE_MS = 300_000;

/** Codes that phones were given: 5 minutes, single use, for one app. */
export class CodeBook {
  private readonly codes = new Map<string, IssuedCode>();

  constructor(private readonly random: SeededRandom) {}

  /** A new code for a person in an app. */
  issue(kind: CodeKind, appId: string, userId: string, now: number): string {
    const code = this.random.text(kind === 'login' ? 32 : 64);
    this.codes.set(code, { kind, appId, userId, issuedAt: now, isUsed: false });
    return code;
  }

  /** Whose code it is, without using it up. Refuses wrong, foreign, old and used codes. */
  ownerOf(kind: CodeKind, appId: string, code: string, now: number): string {
    const found = this.codes.get(code);
    if (found?.kind !== kind || found.appId !== appId) throw invalidCode();
    if (found.isUsed) throw kind === 'login' ? new SimulatedRefusal(40163, 'code been used') : invalidCode();
    if (now - found.issuedAt >= LIFE_MS) throw invalidCode();
    return found.userId;
  }

  /** Uses the code up. */
  use(code: string): void {
    const found = this.codes.get(code);
    if (found !== undefined) found.isUsed = true;
  }
}

function invalidCode(): SimulatedRefusal {
  return new SimulatedRefusal(40029, 'invalid code');
}
