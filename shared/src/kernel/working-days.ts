import { addDays, weekdayOf } from './beijing';
import type { DateText } from './time';

/** National holidays and make-up working days (调休) of the years concerned. A year without data knows weekends only. */
export interface WorkingCalendar {
  readonly holidays: readonly DateText[];
  readonly makeUpDays: readonly DateText[];
}

/** Whether people are at work on a date: make-up days are, holidays are not, otherwise Monday to Friday. */
export function isWorkingDay(date: DateText, calendar: WorkingCalendar): boolean {
  if (calendar.makeUpDays.includes(date)) return true;
  if (calendar.holidays.includes(date)) return false;
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6;
}

/** Longer than any run of days off: a calendar that says otherwise is wrong, and no loop may wait for it. */
const MOST_DAYS_OFF = 60;

/**
 * The n-th working day after `date` (negative: before); 0 is `date` itself, whatever day it is.
 * Where a calendar knows no working day for sixty days, days count as they come.
 */
export function addWorkingDays(date: DateText, days: number, calendar: WorkingCalendar): DateText {
  const step = days < 0 ? -1 : 1;
  let current = date;
  let off = 0;
  for (let left = Math.abs(days); left > 0;) {
    current = addDays(current, step);
    off += 1;
    if (!isWorkingDay(current, calendar) && off < MOST_DAYS_OFF) continue;
    left -= 1;
    off = 0;
  }
  return current;
}

/** The last working day on or before `date`. */
export function previousWorkingDay(date: DateText, calendar: WorkingCalendar): DateText {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, -1, calendar);
}

/** The first working day on or after `date`. */
export function nextWorkingDay(date: DateText, calendar: WorkingCalendar): DateText {
  return isWorkingDay(date, calendar) ? date : addWorkingDays(date, 1, calendar);
}
