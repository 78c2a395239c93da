import {
  addMinutes,
  beijingDate,
  beijingTime,
  formatDay,
  lastDateBefore,
  lastDayOf,
  periodOf,
  type Instant,
} from '@jiannuo/shared/kernel';
import type { ObligationSettings } from '@jiannuo/shared/obligations';
import { monthEvents, timeOf, type MonthEvent } from './month-events';

/** GET /api/demo/clock: everything the demo page's left side shows, in words. */
export interface DemoClockView {
  readonly now: Instant;
  readonly date: string;
  readonly time: string;
  readonly weekday: string;
  /** Beijing wall-clock time as the browser's own field takes it. */
  readonly local: string;
  readonly ruler: RulerView;
  readonly events: readonly EventView[];
}
export interface RulerView {
  readonly days: number;
  readonly today: number;
  readonly dues: readonly { readonly day: number; readonly isSoon: boolean }[];
  readonly words: string;
}
export interface EventView {
  readonly day: string;
  readonly title: string;
  readonly detail: string;
  readonly state: 'past' | 'now' | 'ahead';
}

const SOON_DAYS = 3;

/** What the page shows at `now` for a group: what the calendar brings, and what was asked. */
export function demoClockView(
  settings: ObligationSettings,
  now: Instant,
  asked: readonly MonthEvent[] = [],
): DemoClockView {
  const date = beijingDate(now);
  const period = periodOf(date);
  const [dayWords = '', weekday = ''] = formatDay(date).split(' ');
  const own = asked.filter(({ at }) => periodOf(lastDateBefore(at)) === period);
  const events = [...monthEvents(settings, period), ...own].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const latest = events.filter((event) => event.at <= now).at(-1);
  return {
    now,
    date: dayWords,
    time: beijingTime(now),
    weekday,
    local: `${date}T${beijingTime(now)}`,
    ruler: rulerView(events, date),
    events: events.map((event) => eventView(event, now, isOfToday(latest, date) ? latest : undefined)),
  };
}

function isOfToday(event: MonthEvent | undefined, date: string): boolean {
  return event !== undefined && beijingDate(event.at) === date;
}

function eventView(event: MonthEvent, now: Instant, latest: MonthEvent | undefined): EventView {
  const passed = event === latest ? 'now' : 'past';
  return {
    day: `${String(event.day)}日`,
    title: event.title,
    detail: event.title.endsWith('截止') ? event.detail : `${timeOf(event)}，${event.detail}`,
    state: event.at <= now ? passed : 'ahead',
  };
}

function rulerView(events: readonly MonthEvent[], date: string): RulerView {
  const today = Number(date.slice(8));
  const days = Number(lastDayOf(periodOf(date)).slice(8));
  const due = new Set(events.filter(({ title }) => title.endsWith('截止')).map(({ day }) => day));
  const dues = [...due].map((day) => ({ day, isSoon: day >= today && day - today <= SOON_DAYS }));
  const dueWords = [...due].map((day) => `${String(day)}日`).join('、');
  return { days, today, dues, words: `这个月${String(days)}天，今天${String(today)}日，截止日${dueWords}` };
}

/** The instant that a step of the page leads to from `now`; `next` is decided by the calendar. */
export function steppedInstant(step: 'hour' | 'day', now: Instant): Instant {
  return addMinutes(now, step === 'hour' ? 60 : 24 * 60);
}
