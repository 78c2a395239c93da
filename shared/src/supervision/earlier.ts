import type { Instant, Refusal } from '../kernel';
import { groundOf, ruleOf, type NoticeKind } from './kinds';
import type { NoticeState, TicketState } from './states';

/** The kinds that count as the notice before, where a ground stands on one: 督办 (art. 14), 预警、督办、提醒 (art. 16). */
export const EARLIER_KINDS: Readonly<Partial<Record<NoticeKind, readonly NoticeKind[]>>> = {
  talk: ['order', 'listing'],
  clue: ['warning', 'order', 'listing', 'talk'],
};

/** What art. 16 names beside 通报: 督办 and 预警. A talk on poor organisation (art. 14) is none of them. */
const ARTICLE_16: readonly NoticeKind[] = ['warning', 'order', 'listing'];

/** Whether something stands before of which art. 16 says that the matter is reported when it is not done even then. */
export function isPrompted({
  notices,
  circulars,
}: {
  readonly notices: readonly { readonly kind: NoticeKind }[];
  readonly circulars: readonly unknown[];
}): boolean {
  return circulars.length > 0 || notices.some(({ kind }) => ARTICLE_16.includes(kind));
}

/** The rungs from which on something was issued before as a rule: a first order is possible, and looks hard. */
const AFTER_A_STEP: readonly NoticeKind[] = ['order', 'listing', 'talk'];

/** Whether a notice goes to a unit without anything before it, which is allowed and worth a second look. */
export function lacksStep(kind: NoticeKind, { earlierId }: { readonly earlierId: string | null }): boolean {
  return earlierId === null && AFTER_A_STEP.includes(kind);
}

/** A notice that was issued before, as it stands with one of its units. */
export interface EarlierTicket {
  readonly kind: NoticeKind;
  readonly noticeState: NoticeState;
  readonly state: TicketState;
  /** When its answer is due; null where none is. */
  readonly answerDueAt: Instant | null;
  /** Until when the unit's open request for more time holds the next step; null where there is none. */
  readonly shelteredUntil: Instant | null;
}

/** Ends of a notice or of a ticket after which nothing rests on it. */
const ENDED: Readonly<Partial<Record<NoticeState, string>>> = {
  voided: 'supervision.earlier-voided',
  corrected: 'supervision.earlier-corrected',
  delisted: 'supervision.earlier-delisted',
};
const OVER: Readonly<Partial<Record<TicketState, string>>> = {
  withdrawn: 'supervision.earlier-withdrawn',
  finished: 'supervision.earlier-finished',
  answered: 'supervision.earlier-answered',
};

/**
 * Why an issued notice cannot be the one before on this ground, or null where it can. A ground that stands on one (仍没有
 * 达到要求, 仍没有按要求推进) wants an order or what its article names, of this unit, due and not met, and no request for
 * more time that waits for its answer; any other only wants it to be in force.
 */
export function earlierGap(
  { kind, ground }: { readonly kind: NoticeKind; readonly ground: string | null },
  earlier: EarlierTicket,
  now: Instant,
): Refusal | null {
  const ended = ENDED[earlier.noticeState];
  if (ended !== undefined) return because(ended);
  return groundOf(kind, ground)?.needsEarlier === true ? shortfallGap(kind, earlier, now) : null;
}

function shortfallGap(kind: NoticeKind, earlier: EarlierTicket, now: Instant): Refusal | null {
  const { state, answerDueAt, shelteredUntil } = earlier;
  const kinds = EARLIER_KINDS[kind] ?? [];
  if (!kinds.includes(earlier.kind)) {
    return because('supervision.earlier-kind', { kinds: kinds.map((each) => ruleOf(each).title).join('、') });
  }
  const over = OVER[state];
  if (over !== undefined) return because(over);
  if (answerDueAt === null) return because('supervision.earlier-unfit');
  if (answerDueAt > now) return because('supervision.earlier-not-due', { dueAt: answerDueAt });
  return shelteredUntil !== null && shelteredUntil > now ? because('supervision.earlier-asked') : null;
}

function because(code: string, facts: Refusal['facts'] = {}): Refusal {
  return { code, facts };
}
