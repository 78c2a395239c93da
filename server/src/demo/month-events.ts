import {
  addDays,
  addMonths,
  atBeijing,
  beijingDate,
  beijingTime,
  dueDayAndHour,
  periodOf,
  type Instant,
  type Period,
} from '@jiannuo/shared/kernel';
import {
  dueInstant,
  reminderInstants,
  rulesFor,
  type DueRule,
  type ObligationSettings,
  type RungInstant,
} from '@jiannuo/shared/obligations';

/** Something that happens by the calendar alone. `at` is the moment to which the clock moves to see it happen. */
export interface MonthEvent {
  readonly at: Instant;
  /** Day of the month as people say it; a due time at midnight belongs to the day that ends. */
  readonly day: number;
  readonly title: string;
  readonly detail: string;
}

const READINESS_DAY = 10;
const REMINDER = '提醒';

/** What a month holds for a group, earliest first; things of the same moment are one event. */
export function monthEvents(settings: ObligationSettings, period: Period): readonly MonthEvent[] {
  const rules = rulesFor(settings, period);
  if (rules.length === 0) return [];
  const events = [readinessCheck(settings, period), ...rules.flatMap((rule) => eventsOf(rule, period, settings))];
  return mergeMoments(events);
}

/** The first event strictly after `now`, looking on through the group's last month; null when its year is over. */
export function nextEvent(settings: ObligationSettings, now: Instant): MonthEvent | null {
  const first = periodOf(beijingDate(now));
  for (let period = addMonths(first, -1); period <= settings.lastPeriod; period = addMonths(period, 1)) {
    const next = monthEvents(settings, period).find((event) => event.at > now);
    if (next) return next;
  }
  return null;
}

/**
 * The moments at which the jobs must run when the clock moves from one instant to a later one, the later one last:
 * every event of every group, and four times a day, so that nothing that hangs on an hour is passed over.
 */
export function momentsBetween(groups: readonly ObligationSettings[], from: Instant, to: Instant): readonly Instant[] {
  const moments = new Set<Instant>([to]);
  for (let date = beijingDate(from); date <= beijingDate(to); date = addDays(date, 1)) {
    for (const time of ['00:00', '08:30', '12:00', '18:00']) moments.add(atBeijing(date, time));
  }
  const last = periodOf(beijingDate(to));
  for (let period = addMonths(periodOf(beijingDate(from)), -1); period <= last; period = addMonths(period, 1)) {
    for (const settings of groups) for (const event of monthEvents(settings, period)) moments.add(event.at);
  }
  return [...moments].filter((moment) => moment > from && moment <= to).sort();
}

function readinessCheck(settings: ObligationSettings, period: Period): MonthEvent {
  const at = atBeijing(`${period}-${String(READINESS_DAY)}`, settings.workingHours.from);
  return { at, day: READINESS_DAY, title: '检查提醒授权', detail: '牵头单位看谁没有提醒次数' };
}

function eventsOf(rule: DueRule, period: Period, settings: ObligationSettings): readonly MonthEvent[] {
  const rungs = reminderInstants(rule, period, settings);
  const dueAt = dueInstant(rule, period, settings.calendar);
  const { date, time } = dueDayAndHour(dueAt);
  return [
    ...rungs.filter((rung) => rung.audience === 'liaison').map((rung) => liaisonReminder(rule, rung)),
    ...rungs.filter((rung) => rung.audience === 'leader').map((rung) => leaderReminder(rule, rung)),
    { at: dueAt, day: Number(date.slice(8)), title: `${rule.title}截止`, detail: `${time}整，此后算迟报` },
  ];
}

function liaisonReminder(rule: DueRule, rung: RungInstant): MonthEvent {
  const detail = rung.workingDays === 0 ? '今天截止' : `离截止还有${String(-rung.workingDays)}个工作日`;
  return { ...momentOf(rung), title: rule.title + REMINDER, detail };
}

function leaderReminder(rule: DueRule, rung: RungInstant): MonthEvent {
  return { ...momentOf(rung), title: '告知分管领导', detail: `${rule.title}过了截止还没报的` };
}

function momentOf(rung: RungInstant): { at: Instant; day: number } {
  return { at: rung.at, day: Number(beijingDate(rung.at).slice(8)) };
}

function mergeMoments(events: readonly MonthEvent[]): readonly MonthEvent[] {
  const byMoment = new Map<Instant, MonthEvent>();
  for (const event of events) {
    const other = byMoment.get(event.at);
    byMoment.set(event.at, other ? joined(other, event) : event);
  }
  return [...byMoment.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

function joined(one: MonthEvent, other: MonthEvent): MonthEvent {
  const [first, second] = [one, other].sort(
    (a, b) => Number(b.title.endsWith(REMINDER)) - Number(a.title.endsWith(REMINDER)),
  );
  const isBothReminders = one.title.endsWith(REMINDER) && other.title.endsWith(REMINDER);
  const start = isBothReminders ? `${(first ?? one).title.slice(0, -REMINDER.length)}、` : `${(first ?? one).title}，`;
  return { ...one, title: start + (second ?? other).title, detail: '只发给还没报的' };
}

/** Whether an event's moment reads as a time of its own day (a midnight reads as 24:00 of the day before). */
export function timeOf(event: MonthEvent): string {
  const isDayBefore = Number(beijingDate(event.at).slice(8)) !== event.day;
  return isDayBefore ? '24:00' : beijingTime(event.at);
}
