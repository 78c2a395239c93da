import type { Instant } from '../kernel';
import type { Standing } from './api';
import type { Obligation } from './settings';

/** What a standing is read from. */
export type ObligationTimes = Pick<Obligation, 'dueAt' | 'metAt' | 'waivedAt'>;

/** How an obligation stands at `now`. The first hand-in decides, strictly before the due time is on time; a waived one is never late. */
export function standingAt(obligation: ObligationTimes, now: Instant): Standing {
  if (obligation.waivedAt !== null) return 'waived';
  if (obligation.metAt !== null) return obligation.metAt < obligation.dueAt ? 'on-time' : 'late';
  return now < obligation.dueAt ? 'owed' : 'missing';
}

/** Whether a thing is still to be handed in, in time or late. */
export function isOutstanding(obligation: ObligationTimes): boolean {
  return obligation.metAt === null && obligation.waivedAt === null;
}

/** Whether a hand-in is no longer accepted (关闭). */
export function isClosed(closesAt: Instant | null, now: Instant): boolean {
  return closesAt !== null && now >= closesAt;
}
