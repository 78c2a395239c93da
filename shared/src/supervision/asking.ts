import { addWorkingDays, allow, endOfDay, lastDateBefore, refuse, type Instant, type Outcome } from '../kernel';
import { requestDueAt, type ClockSettings } from './clocks';
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
    const isRequest = action === 'ask-extension' || action === 'carry-extension';
    return isRequest && before[index + 1]?.action === 'refuse-extension';
  });
}

/** A reason without its stops and spaces: with another full stop it is the same one. */
function bare(text: string): string {
  return text.replace(/[\s，。、；：！？,.;:!?]/g, '');
}

/** Working days by which the lead unit's own answer may be overdue while a request still holds the ladder back. */
const OVERDUE_WORKING_DAYS = 2;

/** A request for more time: which time it asks for, when it came, and when the answer that it would move is due. */
export interface Request {
  readonly askedDueAt: Instant;
  readonly askedAt: Instant;
  readonly answerDueAt: Instant | null;
}

/**
 * Until when a request that nobody answers holds the ladder back; null where it does not. Nobody is proceeded against
 * while he waits for an answer, but nobody needs more shelter than the time he asks for, and an answer that stays away
 * must not end the matter: until that time, or until the lead unit's own answer is two working days overdue, whichever is
 * sooner. What the ladder then proposes an officer still reads, with the request in its facts. One that follows a refusal
 * holds nothing; after more time was given it does again. `before` holds what was decided before, the earliest first.
 */
export function shelteredUntil(
  { askedDueAt, askedAt, answerDueAt }: Request,
  before: readonly Pick<LadderDeed, 'action'>[],
  settings: ClockSettings,
): Instant | null {
  const decided = before.filter(({ action }) => action === 'refuse-extension' || action === 'grant-extension');
  if (decided.at(-1)?.action === 'refuse-extension') return null;
  const answerBy = lastDateBefore(requestDueAt(askedAt, answerDueAt, settings));
  const patience = endOfDay(addWorkingDays(answerBy, OVERDUE_WORKING_DAYS, settings.calendar));
  return askedDueAt < patience ? askedDueAt : patience;
}
