import type { Instant } from '../kernel';
import type { AskerView } from './api';

/** What of something asked decides whether anybody presses its unit. */
type Asking = Pick<AskerView, 'isShaken' | 'shelteredUntil'> | null | undefined;

/** What a unit reads in place of a due time while the lead unit has to say whether its notice stands: a word, and what it means. */
export const UNDECIDED = { word: '依据有变', means: '等牵头单位决定' } as const;

/**
 * Whether what the notice rests on fell away, and the lead unit has not said yet what holds (依据有变): meanwhile no list
 * counts the days, nobody urges or reminds the unit, and the ladder stands still.
 */
export function isUndecided(asking: Asking): boolean {
  return asking?.isShaken === true;
}

/** Whether nobody sends a unit word of it now: the unit waits for the lead unit itself, for what holds, or for an answer. */
export function isHeld(asking: Asking, now: Instant): boolean {
  const until = asking?.shelteredUntil ?? null;
  return isUndecided(asking) || (until !== null && until > now);
}
