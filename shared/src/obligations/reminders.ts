import {
  addDays,
  addWorkingDays,
  atBeijing,
  beijingDate,
  beijingTime,
  isWorkingDay,
  nextWorkingDay,
  type Instant,
  type WorkingCalendar,
} from '../kernel';
import type { RungInstant } from './due';
import type { ObligationSettings } from './settings';

/** Whether a rung is still ahead, to be sent now, or of no use any more. */
export type RungStatus = 'waiting' | 'due' | 'stale';

/** A rung and how it stands. */
export interface RungStanding {
  readonly rung: RungInstant;
  readonly status: RungStatus;
}

/**
 * How each rung stands at `now`, for a server that may have been down: it sends what is still of use.
 * Stale is a rung when a later one of the same audience is due, when it was meant to come before a due time that has
 * passed, or when more than one working day has gone by since its instant.
 */
export function rungsAt(
  rungs: readonly RungInstant[],
  dueAt: Instant,
  now: Instant,
  calendar: WorkingCalendar,
): readonly RungStanding[] {
  return rungs.map((rung) => {
    if (rung.at > now) return { rung, status: 'waiting' };
    const isOvertaken = rungs.some(
      (other) => other.audience === rung.audience && other.at > rung.at && other.at <= now,
    );
    const isPointless = rung.at < dueAt && now >= dueAt;
    return { rung, status: isOvertaken || isPointless || now > usefulUntil(rung.at, calendar) ? 'stale' : 'due' };
  });
}

/** The rungs to send at `now`. */
export function dueRungs(
  rungs: readonly RungInstant[],
  dueAt: Instant,
  now: Instant,
  calendar: WorkingCalendar,
): readonly RungInstant[] {
  return rungsAt(rungs, dueAt, now, calendar)
    .filter((standing) => standing.status === 'due')
    .map((standing) => standing.rung);
}

function usefulUntil(at: Instant, calendar: WorkingCalendar): Instant {
  return atBeijing(addWorkingDays(beijingDate(at), 1, calendar), beijingTime(at));
}

/** Hours of a working day in which messages go out: `from` inclusive, `to` exclusive. */
export type WorkingHours = ObligationSettings['workingHours'];

/** Whether messages may go out at `now` without a person's own tap. */
export function isSendingTime(now: Instant, calendar: WorkingCalendar, hours: WorkingHours): boolean {
  return nextSendingInstant(now, calendar, hours) === now;
}

/** The first instant from `now` on that lies in working hours of a working day; `now` itself when it does. */
export function nextSendingInstant(now: Instant, calendar: WorkingCalendar, hours: WorkingHours): Instant {
  const today = beijingDate(now);
  const isToday = isWorkingDay(today, calendar);
  if (isToday && now < atBeijing(today, hours.from)) return atBeijing(today, hours.from);
  if (isToday && now < atBeijing(today, hours.to)) return now;
  return atBeijing(nextWorkingDay(addDays(today, 1), calendar), hours.from);
}
