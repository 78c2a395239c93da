import type { DateText, Instant, Period, TimeText } from './time';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Beijing keeps UTC+8 all year. `Intl` time zones are unreliable inside a mini program, so this is plain arithmetic. */
const BEIJING_OFFSET = 8 * HOUR;

/** Milliseconds since 1970 of an instant. */
export function toMilliseconds(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant that many milliseconds after 1970. Throws a RangeError beyond what a date can hold. */
export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

/** The instant `minutes` after `instant`; negative for before. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return toInstant(toMilliseconds(instant) + minutes * MINUTE);
}

/** The instant that many times 24 hours after `instant`. */
export function addWholeDays(instant: Instant, days: number): Instant {
  return toInstant(toMilliseconds(instant) + days * DAY);
}

function beijingText(instant: Instant): string {
  return toInstant(toMilliseconds(instant) + BEIJING_OFFSET);
}

/** The Beijing calendar date on which an instant falls. */
export function beijingDate(instant: Instant): DateText {
  return beijingText(instant).slice(0, 10);
}

/** The Beijing wall-clock time of an instant to the minute, `00:00` to `23:59`. */
export function beijingTime(instant: Instant): TimeText {
  return beijingText(instant).slice(11, 16);
}

/** The Beijing wall-clock time of an instant to the second, `16:32:08`. */
export function beijingClock(instant: Instant): string {
  return beijingText(instant).slice(11, 19);
}

/** The instant of a Beijing date and wall-clock time; `24:00` is the following midnight. */
export function atBeijing(date: DateText, time: TimeText): Instant {
  const hours = Number(time.slice(0, 2));
  const minutes = Number(time.slice(3, 5));
  return toInstant(Date.parse(`${date}T00:00:00.000Z`) + hours * HOUR + minutes * MINUTE - BEIJING_OFFSET);
}

/** The last Beijing date that still lies before `instant`: for a due time, the last day in time. */
export function lastDateBefore(instant: Instant): DateText {
  return beijingDate(toInstant(toMilliseconds(instant) - 1));
}

/** The calendar month of a date. */
export function periodOf(date: DateText): Period {
  return date.slice(0, 7);
}

/** The date `days` later; negative for earlier. */
export function addDays(date: DateText, days: number): DateText {
  return toInstant(Date.parse(`${date}T00:00:00.000Z`) + days * DAY).slice(0, 10);
}

/** The month `months` later; negative for earlier. */
export function addMonths(period: Period, months: number): Period {
  const total = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + months;
  const year = Math.floor(total / 12);
  return `${pad(year, 4)}-${pad(total - year * 12 + 1, 2)}`;
}

/** The last date of a month. */
export function lastDayOf(period: Period): DateText {
  return addDays(`${addMonths(period, 1)}-01`, -1);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: DateText, to: DateText): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY);
}

/** Day of the week, 0 = Sunday to 6 = Saturday. */
export function weekdayOf(date: DateText): number {
  return new Date(Date.parse(`${date}T00:00:00.000Z`)).getUTCDay();
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

const INSTANT_SHAPE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const PERIOD_SHAPE = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const TIME_SHAPE = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** From here on Beijing's calendar would need a year of five digits. */
const LAST_INSTANT = '9999-12-31T16:00:00.000Z';

/** Whether a value is an instant in the one accepted writing; `24:00:00` and days that do not exist are not. */
export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !INSTANT_SHAPE.test(value) || value >= LAST_INSTANT) return false;
  return Number(value.slice(8, 10)) <= daysIn(Number(value.slice(0, 4)), Number(value.slice(5, 7)));
}

const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12];

function daysIn(year: number, month: number): number {
  if (month !== 2) return LONG_MONTHS.includes(month) ? 31 : 30;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Whether a value is a date that exists: 2022-02-30 is none. */
export function isDateText(value: unknown): value is DateText {
  return typeof value === 'string' && DATE_SHAPE.test(value) && isInstant(`${value}T00:00:00.000Z`);
}

/** Whether a value is a calendar month. */
export function isPeriod(value: unknown): value is Period {
  return typeof value === 'string' && PERIOD_SHAPE.test(value);
}

/** Whether a value is a wall-clock time, `24:00` included. */
export function isTimeText(value: unknown): value is TimeText {
  return typeof value === 'string' && TIME_SHAPE.test(value);
}
