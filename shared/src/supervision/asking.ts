import { allow, refuse, type Instant, type Outcome } from '../kernel';
import type { LadderDeed } from './ladder-record';
import type { TicketStep } from './steps';

/** What was asked and answered about more time for a ticket, the earliest first. */
export type AskedBefore = Pick<LadderDeed, 'action' | 'dueAt'> & { readonly text: string };

/** What the record keeps of a request: the reason, and after the due time also why it was not done in time. */
export function askedWords({ text, lateReason }: Pick<TicketStep, 'text' | 'lateReason'>): string {
  return lateReason === '' ? text : `${text}\n没按时办的原因：${lateReason}`;
}

/**
 * Whether more time may be asked for: after the due time only with the reason why it was not done in time, and not as
 * late or later than was refused before for the same reason. Otherwise a request would shelter its unit for ever.
 */
export function decideAsking(
  step: Pick<TicketStep, 'text' | 'lateReason' | 'dueAt'>,
  dueAt: Instant | null,
  before: readonly AskedBefore[],
  now: Instant,
): Outcome<string> {
  if (dueAt !== null && now >= dueAt && step.lateReason === '') return refuse('supervision.late-reason-missing');
  const words = askedWords({ ...step, lateReason: dueAt !== null && now >= dueAt ? step.lateReason : '' });
  const asked = step.dueAt ?? now;
  const refused = refusedOf(before).find((each) => each.dueAt !== null && asked >= each.dueAt && each.text === words);
  return refused === undefined
    ? allow(words)
    : refuse('supervision.extension-refused-before', { dueAt: refused.dueAt ?? asked });
}

function refusedOf(before: readonly AskedBefore[]): readonly AskedBefore[] {
  return before.filter(({ action }, index) => {
    return action === 'ask-extension' && before[index + 1]?.action === 'refuse-extension';
  });
}

/**
 * Whether a request that waits for its answer holds the ladder back: the first does, since nobody is proceeded against
 * before he is answered; one that follows a refusal does not.
 */
export function holdsLadder(askedDueAt: Instant | null, isRefusedBefore: boolean): boolean {
  return askedDueAt !== null && !isRefusedBefore;
}
