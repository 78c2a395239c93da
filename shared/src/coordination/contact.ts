import {
  beijingDate,
  cleanLine,
  cleanText,
  isDateText,
  isLongerThan,
  lastDayOf,
  refuseAll,
  type DateText,
  type Instant,
  type Outcome,
  type Period,
  type Refusal,
} from '../kernel';
import { CONTACT_CHANNELS, type ContactChannel } from './channels';
import { CONTACT_LIMITS } from './limits';

/** A contact as the lead unit's officer tells it. */
export interface ContactFacts {
  readonly contactedOn: DateText;
  readonly channel: ContactChannel;
  readonly subject: string;
  /** Empty when nothing came of it that is worth a line. */
  readonly result: string;
}

/** The months of the year whose settings hold the contact's day. */
export interface ContactSpan {
  readonly firstPeriod: Period;
  readonly lastPeriod: Period;
}

/** What was typed, before anybody has looked at it. */
export type TypedContact = Readonly<Record<keyof ContactFacts, unknown>>;

/**
 * Whether a contact can go on record: on a day that has begun by the server's clock and lies within the group's months,
 * through a known channel, about something. Names every fault at once.
 */
export function decideContact(typed: TypedContact, span: ContactSpan, now: Instant): Outcome<ContactFacts> {
  const subject = tidied(typed.subject, CONTACT_LIMITS.subject, cleanLine);
  const result = tidied(typed.result, CONTACT_LIMITS.result, cleanText);
  const refusals = [
    ...dayRefusals(typed.contactedOn, span, now),
    ...(isContactChannel(typed.channel) ? [] : [{ code: 'coordination.channel-missing', facts: {} }]),
    ...(subject === '' ? [{ code: 'coordination.subject-missing', facts: {} }] : []),
    ...lengthRefusals('coordination.subject-too-long', subject, CONTACT_LIMITS.subject),
    ...lengthRefusals('coordination.result-too-long', result, CONTACT_LIMITS.result),
  ];
  return refuseAll(refusals, () => ({
    contactedOn: typed.contactedOn as DateText,
    channel: typed.channel as ContactChannel,
    subject: subject ?? '',
    result: result ?? '',
  }));
}

/** The days on which a contact can have been, first and last, inclusive; the last is today or the end of the months. */
export function contactDays(span: ContactSpan, now: Instant): { readonly first: DateText; readonly last: DateText } {
  const today = beijingDate(now);
  const end = lastDayOf(span.lastPeriod);
  return { first: `${span.firstPeriod}-01`, last: today < end ? today : end };
}

function dayRefusals(day: unknown, span: ContactSpan, now: Instant): readonly Refusal[] {
  if (!isDateText(day)) return [{ code: 'coordination.date-unreadable', facts: {} }];
  if (day > beijingDate(now)) return [{ code: 'coordination.date-ahead', facts: {} }];
  const { first, last } = contactDays(span, now);
  if (day < first) return [{ code: 'coordination.date-too-early', facts: { day: first } }];
  return day > last ? [{ code: 'coordination.date-too-late', facts: { day: last } }] : [];
}

/** Whether an entry is struck out: once, with the reason why. The entry itself stays readable. */
export function decideStrike(
  entry: { readonly struckAt: Instant | null },
  reason: unknown,
): Outcome<{ readonly reason: string }> {
  const clean = tidied(reason, CONTACT_LIMITS.strikeReason, cleanText);
  const refusals = [
    ...(entry.struckAt === null ? [] : [{ code: 'coordination.already-struck', facts: {} }]),
    ...(clean === '' ? [{ code: 'coordination.strike-reason-missing', facts: {} }] : []),
    ...lengthRefusals('coordination.strike-reason-too-long', clean, CONTACT_LIMITS.strikeReason),
  ];
  return refuseAll(refusals, () => ({ reason: clean ?? '' }));
}

function isContactChannel(value: unknown): value is ContactChannel {
  return (CONTACT_CHANNELS as readonly unknown[]).includes(value);
}

/** The text as it is kept; null when it is so long that tidying it would be work for nothing. */
function tidied(value: unknown, limit: number, clean: (text: string) => string): string | null {
  if (typeof value !== 'string') return '';
  return value.length > limit * 10 ? null : clean(value);
}

function lengthRefusals(code: string, text: string | null, limit: number): readonly Refusal[] {
  return text === null || isLongerThan(text, limit) ? [{ code, facts: { limit } }] : [];
}
