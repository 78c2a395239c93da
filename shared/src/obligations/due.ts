import {
  addDays,
  addMinutes,
  addWholeDays,
  addWorkingDays,
  atBeijing,
  beijingDate,
  lastDateBefore,
  lastDayOf,
  nextWorkingDay,
  previousWorkingDay,
  type DateText,
  type Instant,
  type Period,
  type WorkingCalendar,
} from '../kernel';
import type { UnitKind } from '../people';
import type { DueRule, ObligationKind, ObligationSettings, ReminderRung } from './settings';

/** The last date on which a thing is in time: the named day or the one before it (Q4), moved if it is no working day (Q5). */
export function lastDayInTime(rule: DueRule, period: Period, calendar: WorkingCalendar): DateText {
  const longest = Number(lastDayOf(period).slice(8));
  const named = `${period}-${String(Math.min(rule.day, longest)).padStart(2, '0')}`;
  const last = rule.isDayInclusive ? named : addDays(named, -1);
  if (rule.nonWorkingDay === 'next-working-day') return nextWorkingDay(last, calendar);
  return rule.nonWorkingDay === 'previous-working-day' ? previousWorkingDay(last, calendar) : last;
}

/** The first instant that is late for a rule and a month (art. 7, annex 2): handing in strictly before it is on time. */
export function dueInstant(rule: DueRule, period: Period, calendar: WorkingCalendar): Instant {
  return addMinutes(atBeijing(lastDayInTime(rule, period, calendar), rule.cutOff), rule.graceMinutes);
}

/** The first instant at which a hand-in is no longer accepted (关闭); null = always accepted, as late. */
export function closesInstant(rule: DueRule, dueAt: Instant): Instant | null {
  return rule.closesAfterDays === null ? null : addWholeDays(dueAt, rule.closesAfterDays);
}

/** The rules of a group that ask something for a month; none outside its first and last period (Q7). */
export function rulesFor(settings: ObligationSettings, period: Period): readonly DueRule[] {
  return period >= settings.firstPeriod && period <= settings.lastPeriod ? settings.dueRules : [];
}

/** What one unit will owe for a month, before it is recorded. */
export interface PlannedObligation {
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly title: string;
  readonly period: Period;
  readonly article: string;
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
}

/** Everything that `units` owe for a month: each rule for each unit of the kinds it names. */
export function obligationsOf(
  settings: ObligationSettings,
  period: Period,
  units: readonly { readonly id: string; readonly kind: UnitKind }[],
): readonly PlannedObligation[] {
  return rulesFor(settings, period).flatMap((rule) => {
    const dueAt = dueInstant(rule, period, settings.calendar);
    const { kind, title, article } = rule;
    const shared = { kind, title, period, article, dueAt, closesAt: closesInstant(rule, dueAt) };
    return units.filter((unit) => rule.unitKinds.includes(unit.kind)).map((unit) => ({ unitId: unit.id, ...shared }));
  });
}

/** A rung of the plan with the instant at which it goes out. */
export interface RungInstant {
  readonly rungId: string;
  readonly title: string;
  /** Whom it reaches; left out where all rungs of a plan reach the same. */
  readonly audience?: ReminderRung['audience'];
  readonly workingDays: number;
  readonly at: Instant;
}

/** What reminders need to know of a group's settings. */
export type ReminderSettings = Pick<ObligationSettings, 'calendar' | 'workingHours'> & {
  readonly reminderPlan: readonly PlannedRung[];
};
type PlannedRung = Omit<ReminderRung, 'audience'> & Partial<Pick<ReminderRung, 'audience'>>;

/**
 * When each rung of the plan goes out for a rule and a month, earliest first.
 * See `reminderInstantsFor`; an obligation whose due time was changed asks that one with its own due time.
 */
export function reminderInstants(rule: DueRule, period: Period, settings: ReminderSettings): readonly RungInstant[] {
  return reminderInstantsFor(dueInstant(rule, period, settings.calendar), settings);
}

/**
 * When each rung goes out for a due time, earliest first.
 * Rungs before and on the last day count from the last working day whose office hours begin before the due time: for a
 * last day at a weekend that is the Friday, so all of them still come, and the early ones also meet a reader who takes
 * "20日前" to leave out the 20th (Q4). Rungs after count working days from the last day in time.
 * Of two rungs that reach the same audience at the same instant only the more urgent goes out
 * (of equally urgent ones the first in the plan).
 */
export function reminderInstantsFor(dueAt: Instant, settings: ReminderSettings): readonly RungInstant[] {
  const rungs = settings.reminderPlan.map((rung) => ({
    rungId: rung.id,
    title: rung.title,
    ...(rung.audience === undefined ? {} : { audience: rung.audience }),
    workingDays: rung.workingDays,
    at: rungInstant(rung, dueAt, settings),
  }));
  return rungs
    .filter((rung, index) => !rungs.some((other, position) => replaces(other, rung, position < index)))
    .sort(byInstant);
}

function byInstant(a: RungInstant, b: RungInstant): number {
  if (a.at === b.at) return a.workingDays - b.workingDays;
  return a.at < b.at ? -1 : 1;
}

function replaces(other: RungInstant, rung: RungInstant, isEarlierInPlan: boolean): boolean {
  if (other.audience !== rung.audience || other.at !== rung.at) return false;
  return other.workingDays === rung.workingDays ? isEarlierInPlan : other.workingDays > rung.workingDays;
}

function rungInstant(rung: PlannedRung, dueAt: Instant, settings: ReminderSettings): Instant {
  const { calendar, workingHours } = settings;
  const isInHours = rung.at >= workingHours.from && rung.at < workingHours.to;
  const time = isInHours ? rung.at : workingHours.from;
  if (rung.workingDays > 0) return atBeijing(addWorkingDays(lastDateBefore(dueAt), rung.workingDays, calendar), time);
  const day = addWorkingDays(lastOfficeDay(dueAt, settings), rung.workingDays, calendar);
  const at = atBeijing(day, time);
  return at < dueAt ? at : atBeijing(day, workingHours.from);
}

function lastOfficeDay(dueAt: Instant, settings: ReminderSettings): DateText {
  const day = previousWorkingDay(lastDateBefore(dueAt), settings.calendar);
  if (atBeijing(day, settings.workingHours.from) < dueAt) return day;
  return addWorkingDays(day, -1, settings.calendar);
}

/** What the due time of a correction depends on. */
export interface ReturnFacts {
  readonly returnedAt: Instant;
  /** The due time of what is sent back: a correction is never due before it. */
  readonly dueAt: Instant;
  readonly workingDays: number;
}

/** The due time of a correction (Q12): 24:00 of the n-th working day after the Beijing day of the return, or the first due time if that is later. */
export function correctionDueAt({ returnedAt, dueAt, workingDays }: ReturnFacts, calendar: WorkingCalendar): Instant {
  const counted = atBeijing(addWorkingDays(beijingDate(returnedAt), workingDays, calendar), '24:00');
  return counted > dueAt ? counted : dueAt;
}
