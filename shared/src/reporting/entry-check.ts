import {
  addWorkingDays,
  allow,
  beijingDate,
  cleanText,
  endOfDay,
  isLongerThan,
  refuse,
  refuseAll,
  type Instant,
  type Outcome,
  type Refusal,
  type WorkingCalendar,
} from '../kernel';
import type { Channel } from '../obligations';
import type { Role } from '../people';
import type { EntryNote } from './api';
import { decideEntry, type Entry, type EntryBounds } from './entry';

/** Longest objection, in code points, inclusive. */
export const OBJECTION_LIMIT = 500;
/** Working days in which a unit may object, where the year's settings name none. */
const USUAL_WORKING_DAYS = 3;

/** Until when a unit may say that a hand-in which was entered for it came at another time; the first instant too late. */
export function checkedUntil(
  registeredAt: Instant,
  settings: { readonly entryCheckWorkingDays?: number; readonly calendar: WorkingCalendar },
): Instant {
  const days = settings.entryCheckWorkingDays ?? USUAL_WORKING_DAYS;
  return endOfDay(addWorkingDays(beijingDate(registeredAt), days, settings.calendar));
}

/** What tells which version is checked. */
export interface CheckableVersion {
  readonly number: number;
  readonly channel: Channel;
  readonly isWithdrawn: boolean;
  /** What was said about it last; null when nothing was. */
  readonly lastNote: EntryNote['kind'] | null;
}

/**
 * The version whose time of receipt can be checked: the latest that was entered for the unit and still counts, also
 * after the unit handed in again itself. One with an objection that waits comes first, so that each is answered.
 */
export function entryToCheck<T extends CheckableVersion>(versions: readonly T[]): T | undefined {
  const entered = versions.filter(({ channel, isWithdrawn }) => channel !== 'app' && !isWithdrawn);
  return entered.find(({ lastNote }) => lastNote === 'objection') ?? entered.at(-1);
}

/** A version that may have been entered for the unit, and who asks about it. */
export interface EntryCheckSituation {
  readonly role: Role;
  readonly channel: Channel;
  readonly until: Instant;
  readonly notes: readonly Pick<EntryNote, 'kind'>[];
  readonly now: Instant;
}

/** Whether the unit's liaison may object (提不同) now: once until it is answered, and only to what was entered for it. */
export function decideObjecting(situation: EntryCheckSituation): Outcome<true> {
  const { role, channel, until, now } = situation;
  if (role !== 'liaison') return refuse('reporting.not-your-role');
  if (channel === 'app') return refuse('reporting.not-entered');
  if (isObjected(situation)) return refuse('reporting.objected-already');
  return now < until ? allow(true) : refuse('reporting.objection-too-late');
}

/** What came from outside as an objection, cleaned, or why it is none. */
export function checkObjection(text: unknown): Outcome<string> {
  const cleaned = typeof text === 'string' ? cleanText(text) : '';
  const refusals: Refusal[] = [];
  if (cleaned === '') refusals.push({ code: 'reporting.objection-missing', facts: {} });
  if (isLongerThan(cleaned, OBJECTION_LIMIT))
    refusals.push({ code: 'reporting.objection-too-long', facts: { limit: OBJECTION_LIMIT } });
  return refuseAll(refusals, () => cleaned);
}

/** Whether the lead unit's officer may set the true time of receipt of this version right. */
export function decideCorrecting({ role, channel }: EntryCheckSituation): Outcome<true> {
  if (role !== 'lead-officer') return refuse('reporting.not-your-role');
  return channel === 'app' ? refuse('reporting.not-entered') : allow(true);
}

/** The time of receipt put right, with the reason. The same time once more only answers an objection: it stays as it was. */
export function decideCorrection(
  input: { readonly receivedAt: unknown; readonly reason: unknown },
  present: { readonly receivedAt: Instant; readonly notes: EntryCheckSituation['notes'] },
  bounds: EntryBounds,
): Outcome<Entry> {
  const outcome = decideEntry({ receivedAt: input.receivedAt, basis: input.reason }, bounds);
  if (!outcome.ok) return outcome;
  const isSame = outcome.value.receivedAt === present.receivedAt;
  return isSame && !isObjected(present) ? refuse('reporting.received-same') : outcome;
}

/** Whether an objection waits for an answer. */
function isObjected({ notes }: Pick<EntryCheckSituation, 'notes'>): boolean {
  return notes.at(-1)?.kind === 'objection';
}
