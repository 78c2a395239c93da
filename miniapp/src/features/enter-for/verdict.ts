import { atBeijing, isDateText, isTimeText, toMilliseconds, type Instant, type Period } from '@jiannuo/shared/kernel';
import { standingAt, type Channel } from '@jiannuo/shared/obligations';
import { decideEntry, REPORTING_MESSAGES } from '@jiannuo/shared/reporting';

/** A way in which something reaches the lead unit from outside the app. */
export type OutsideChannel = Exclude<Channel, 'app'>;

/** What is typed about one hand-in. */
export interface EntryTyped {
  readonly channel: OutsideChannel | null;
  /** `2022-05-20`, Beijing; empty while not chosen. */
  readonly date: string;
  /** `21:48`, Beijing; empty while not chosen. */
  readonly time: string;
  readonly basis: string;
}

/** What the verdict needs to know of the thing that is entered. */
export interface EntryBounds {
  readonly period: Period;
  readonly dueAt: Instant;
  /** When it was sent back, for a correction. */
  readonly returnedAt: Instant | null;
  readonly now: Instant;
}

/** Whether a true time of receipt counts as in time, and by how much. */
export interface Verdict {
  readonly isOnTime: boolean;
  /** 算按时, 算迟报. */
  readonly words: string;
  /** 早2小时12分钟, 晚3天. */
  readonly margin: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `2小时12分钟`; days and hours from a day on. Shorter than a minute is said so. */
export function spanWords(milliseconds: number): string {
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds % DAY) / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  if (days > 0) return hours === 0 ? `${String(days)}天` : `${String(days)}天${String(hours)}小时`;
  if (hours > 0) return minutes === 0 ? `${String(hours)}小时` : `${String(hours)}小时${String(minutes)}分钟`;
  return minutes === 0 ? '不到1分钟' : `${String(minutes)}分钟`;
}

/** The instant of the typed date and time, or null while either is missing. */
export function receivedAtOf({ date, time }: Pick<EntryTyped, 'date' | 'time'>): Instant | null {
  return isDateText(date) && isTimeText(time) ? atBeijing(date, time) : null;
}

/** How the true time of receipt counts: strictly before the due time is on time, as for a hand-in in the app. */
export function verdictOf(receivedAt: Instant, dueAt: Instant): Verdict {
  const isOnTime = standingAt({ dueAt, metAt: receivedAt, waivedAt: null }, receivedAt) === 'on-time';
  const span = spanWords(Math.abs(toMilliseconds(dueAt) - toMilliseconds(receivedAt)));
  if (isOnTime) return { isOnTime, words: '算按时', margin: `早${span}` };
  return { isOnTime, words: '算迟报', margin: receivedAt === dueAt ? '刚过截止' : `晚${span}` };
}

/** What is wrong with an entry, by field; null where nothing is. */
export interface EntryErrors {
  readonly channel: string | null;
  readonly received: string | null;
  readonly basis: string | null;
}

/** Everything that keeps an entry from being sent, in the words of the shared decision. */
export function entryErrors(typed: EntryTyped, bounds: EntryBounds): EntryErrors {
  const receivedAt = receivedAtOf(typed);
  const outcome = decideEntry({ receivedAt, basis: typed.basis }, bounds);
  const refusals = outcome.ok ? [] : outcome.refusals;
  const wordsFor = (subject: string): string | null => {
    const refusal = refusals.find(({ code }) => code.startsWith(`reporting.${subject}`));
    if (refusal === undefined) return null;
    return REPORTING_MESSAGES[refusal.code as keyof typeof REPORTING_MESSAGES](refusal.facts);
  };
  return {
    channel: typed.channel === null ? '请选是怎么来的。' : null,
    received: receivedAt === null ? '请填真实收到的日期和时间。' : wordsFor('received'),
    basis: wordsFor('basis'),
  };
}

/** Whether an entry can be sent. */
export function isSendable({ channel, received, basis }: EntryErrors): boolean {
  return channel === null && received === null && basis === null;
}
