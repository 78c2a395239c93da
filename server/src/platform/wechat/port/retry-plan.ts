/** Why a send may be tried again. */
export type RetryReason = 'busy' | 'concurrent' | 'minute-quota' | 'day-quota' | 'unreachable' | 'token';

/** Waiting times after the first, second, third and fourth attempt that found WeChat busy or out of reach. */
export const BACK_OFF_MS: readonly number[] = [1_000, 5_000, 30_000, 300_000];

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const BEIJING_AHEAD_MS = 8 * 3_600_000;

/** What a retry instant depends on: the first attempt is 1, `random` is in [0, 1). */
export interface RetryCircumstances {
  readonly attempt: number;
  readonly now: string;
  readonly random: () => number;
}

/**
 * When to try again, or null when the attempts are used up.
 * Quotas are counted by whole clock minutes and Beijing days, so waiting ends at the next one.
 */
export function retryAt(reason: RetryReason, circumstances: RetryCircumstances): string | null {
  const now = Date.parse(circumstances.now);
  if (reason === 'concurrent') return instant(now + 1_000 + Math.floor(circumstances.random() * 2_000));
  if (reason === 'minute-quota') return instant((Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS);
  if (reason === 'day-quota') return instant(nextBeijingMidnight(now));
  const wait = BACK_OFF_MS[circumstances.attempt - 1];
  return wait === undefined ? null : instant(now + wait);
}

function nextBeijingMidnight(now: number): number {
  return (Math.floor((now + BEIJING_AHEAD_MS) / DAY_MS) + 1) * DAY_MS - BEIJING_AHEAD_MS;
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
