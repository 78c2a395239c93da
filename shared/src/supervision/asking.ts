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
  const refused = refusedOf(before).find((each) => {
    return each.dueAt !== null && asked >= each.dueAt && bare(each.text) === bare(words);
  });
  return refused === undefined
    ? allow(words)
    : refuse('supervision.extension-refused-before', { dueAt: refused.dueAt ?? asked });
}

function refusedOf(before: readonly AskedBefore[]): readonly AskedBefore[] {
  return before.filter(({ action }, index) => {
    return action === 'ask-extension' && before[index + 1]?.action === 'refuse-extension';
  });
}

/** A reason without its stops and spaces: with another full stop it is the same one. */
function bare(text: string): string {
  return text.replace(/[\s，。、；：！？,.;:!?]/g, '');
}

/**
 * Whether a request that waits for its answer holds the ladder back: nobody is proceeded against before he is answered.
 * The last decision before it counts: one that follows a refusal does not, one after more time was given does again.
 * `before` holds what was done about the ticket, the earliest first.
 */
export function holdsLadder(askedDueAt: Instant | null, before: readonly Pick<LadderDeed, 'action'>[]): boolean {
  const decided = before.filter(({ action }) => action === 'refuse-extension' || action === 'grant-extension');
  return askedDueAt !== null && decided.at(-1)?.action !== 'refuse-extension';
}
