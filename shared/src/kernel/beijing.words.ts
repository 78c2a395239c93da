import {
  atBeijing,
  beijingClock,
  beijingDate,
  beijingTime,
  daysBetween,
  lastDateBefore,
  toMilliseconds,
  weekdayOf,
} from './beijing';
import type { DateText, Instant, Period } from './time';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

function yearOf(text: string): number {
  return Number(text.slice(0, 4));
}

function dayWords(date: DateText): string {
  return `${String(Number(date.slice(5, 7)))}月${String(Number(date.slice(8, 10)))}日`;
}

/** `5月20日`; with its year when that is not the reader's at `now`. */
export function formatDate(date: DateText, now: Instant): string {
  const year = yearOf(date);
  return year === yearOf(beijingDate(now)) ? dayWords(date) : `${String(year)}年${dayWords(date)}`;
}

/** `5月20日 周五`; with its year when that is not the reader's at `now`. */
export function formatDay(date: DateText, now?: Instant): string {
  return `${now === undefined ? dayWords(date) : formatDate(date, now)} ${WEEKDAYS[weekdayOf(date)] ?? ''}`;
}

/** `5月20日 周五 09:00`, of what begins at an hour; with its year when that is not the reader's at `now`. */
export function formatDayAndHour(instant: Instant, now?: Instant): string {
  return `${formatDay(beijingDate(instant), now)} ${beijingTime(instant)}`;
}

/** `2022年5月20日`, for receipts and documents. */
export function formatFullDate(date: DateText): string {
  return `${String(yearOf(date))}年${dayWords(date)}`;
}

/** `5月`, or `2022年5月` when a reader could take it for another year. */
export function formatPeriod(period: Period, isYearShown = false): string {
  const month = `${String(Number(period.slice(5, 7)))}月`;
  return isYearShown ? `${String(yearOf(period))}年${month}` : month;
}

/** The last day in time and the hour at which it ends. A Beijing midnight reads as 24:00 of the day before. */
export function dueDayAndHour(dueAt: Instant): { readonly date: DateText; readonly time: string } {
  const time = beijingTime(dueAt);
  const isMidnight = beijingDate(dueAt) !== lastDateBefore(dueAt);
  return isMidnight ? { date: lastDateBefore(dueAt), time: '24:00' } : { date: beijingDate(dueAt), time };
}

/** `5月20日 周五 24:00前`; the year stands only when it is not the reader's year. `dueAt` is the first late instant. */
export function formatDue(dueAt: Instant, now: Instant): string {
  const { date, time } = dueDayAndHour(dueAt);
  return `${formatDate(date, now)} ${WEEKDAYS[weekdayOf(date)] ?? ''} ${time}前`;
}

/** `2022年5月19日 16:32:08`. */
export function formatStamp(instant: Instant): string {
  return `${formatFullDate(beijingDate(instant))} ${beijingClock(instant)}`;
}

/** `今天 12:31`, `5月19日 16:32`, or with its year when that is not the reader's. Without `now` neither 今天 nor a year. */
export function formatMoment(instant: Instant, now?: Instant): string {
  const date = beijingDate(instant);
  if (now === undefined) return `${dayWords(date)} ${beijingTime(instant)}`;
  const day = date === beijingDate(now) ? '今天' : formatDate(date, now);
  return `${day} ${beijingTime(instant)}`;
}

/** How long there is still, in the unit that fits. */
export interface Remaining {
  readonly kind: 'days' | 'hours' | 'minutes' | 'overdue-days' | 'overdue-hours' | 'overdue-minutes';
  /** Whole units; for hours and minutes rounded down, so that it never promises more time than there is. */
  readonly n: number;
  readonly text: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Time left or overrun: calendar days in Beijing, on the last day hours, in the last hour minutes. At `dueAt` itself it is overdue. */
export function remaining(dueAt: Instant, now: Instant): Remaining {
  const left = toMilliseconds(dueAt) - toMilliseconds(now);
  return left > 0 ? ahead(daysBetween(beijingDate(now), lastDateBefore(dueAt)), left) : overrun(dueAt, now, -left);
}

function ahead(days: number, left: number): Remaining {
  if (days >= 1) return { kind: 'days', n: days, text: `还剩${String(days)}天` };
  if (left >= HOUR) return hours('hours', left, '还剩');
  const n = Math.floor(left / MINUTE);
  return { kind: 'minutes', n, text: n === 0 ? '不到1分钟' : `还剩${String(n)}分钟` };
}

function overrun(dueAt: Instant, now: Instant, past: number): Remaining {
  const days = daysBetween(lastDateBefore(dueAt), beijingDate(now));
  if (days >= 1) return { kind: 'overdue-days', n: days, text: `超期${String(days)}天` };
  if (past >= HOUR) return hours('overdue-hours', past, '超期');
  const n = Math.floor(past / MINUTE);
  return { kind: 'overdue-minutes', n, text: n === 0 ? '刚到期' : `超期${String(n)}分钟` };
}

function hours(kind: 'hours' | 'overdue-hours', span: number, word: string): Remaining {
  const n = Math.floor(span / HOUR);
  return { kind, n, text: `${word}${String(n)}小时` };
}

/** Midnight at the end of a Beijing date: the first instant after it. */
export function endOfDay(date: DateText): Instant {
  return atBeijing(date, '24:00');
}
