import {
  addDays,
  addWorkingDays,
  atBeijing,
  beijingDate,
  beijingTime,
  dueDayAndHour,
  isWorkingDay,
  type Instant,
} from '../kernel';
import { dueRungs, reminderInstantsFor, type ObligationSettings, type RungInstant } from '../obligations';
import type { TicketState } from './states';

/** What the clocks of a ticket's steps depend on. */
export type ClockSettings = Pick<
  ObligationSettings,
  'calendar' | 'workingHours' | 'correctionWorkingDays' | 'supervision'
>;

/** Working days for each step where a year does not say otherwise. */
export const STANDARD_STEPS = { sign: 1, review: 2, leastNotice: 1, answer: 5 } as const;

/** When a ticket must be signed for: 24:00 of the n-th working day after it was issued, and never after its answer is due. */
export function signDueAt(issuedAt: Instant, dueAt: Instant | null, settings: ClockSettings): Instant {
  const signed = endOfWorkingDay(issuedAt, settings.supervision?.signWorkingDays ?? STANDARD_STEPS.sign, settings);
  return dueAt !== null && dueAt < signed ? dueAt : signed;
}

/** By when the lead unit means to have reviewed an answer. */
export function reviewDueAt(answeredAt: Instant, settings: ClockSettings): Instant {
  return endOfWorkingDay(answeredAt, settings.supervision?.reviewWorkingDays ?? STANDARD_STEPS.review, settings);
}

/** By when the lead unit means to have answered a request for more time: never after what it would move is due. */
export function requestDueAt(askedAt: Instant, dueAt: Instant | null, settings: ClockSettings): Instant {
  const counted = reviewDueAt(askedAt, settings);
  return dueAt !== null && askedAt < dueAt && dueAt < counted ? dueAt : counted;
}

/**
 * When what a unit owes next about a ticket is due, to sign for it or to answer it; null when it owes neither, as where
 * what it sent for the notice before stands for the corrected one.
 */
export function nextDueAt({
  state,
  signDueAt,
  answerDueAt,
  metAt,
}: {
  readonly state: TicketState;
  readonly signDueAt: Instant | null;
  readonly answerDueAt: Instant | null;
  readonly metAt: Instant | null;
}): Instant | null {
  if (state === 'to-sign') return signDueAt;
  return (state === 'working' || state === 'returned') && metAt === null ? answerDueAt : null;
}

/** From when a unit may be urged again (催办): the next working day, so that it is not twice in one. */
export function urgeFrom(urgedAt: Instant, { calendar }: Pick<ClockSettings, 'calendar'>): Instant {
  return atBeijing(addWorkingDays(beijingDate(urgedAt), 1, calendar), '00:00');
}

/** When the evening began in which it is now, from the end of working hours to their next beginning; null by day. */
export function eveningSince(now: Instant, { workingHours }: Pick<ClockSettings, 'workingHours'>): Instant | null {
  const [date, time] = [beijingDate(now), beijingTime(now)];
  if (time >= workingHours.to) return atBeijing(date, workingHours.to);
  return time < workingHours.from ? atBeijing(addDays(date, -1), workingHours.to) : null;
}

/** When the lead unit is reminded of a review where a year does not say otherwise: on its last day, and twice after. */
const STANDARD_REVIEW_REMINDERS: NonNullable<NonNullable<ObligationSettings['supervision']>['reviewReminders']> = [
  { id: 'review-last-day', title: '复核最后一天', workingDays: 0, at: '09:00' },
  { id: 'review-over', title: '复核超期', workingDays: 1, at: '09:00' },
  { id: 'review-still-over', title: '复核超期五个工作日', workingDays: 5, at: '09:00' },
];

/** The rungs at which the lead unit is to be reminded now of what it has to review or to answer by `dueAt`. */
export function reviewRungsNow(dueAt: Instant, now: Instant, settings: ClockSettings): readonly RungInstant[] {
  const { calendar, workingHours, supervision } = settings;
  const reminderPlan = supervision?.reviewReminders ?? STANDARD_REVIEW_REMINDERS;
  return dueRungs(reminderInstantsFor(dueAt, { reminderPlan, calendar, workingHours }), dueAt, now, calendar);
}

/** When an answer that was sent back is due again. */
export function returnDueAt(returnedAt: Instant, dueAt: Instant, settings: ClockSettings): Instant {
  const counted = endOfWorkingDay(returnedAt, settings.correctionWorkingDays, settings);
  return counted > dueAt ? counted : dueAt;
}

/**
 * Until when a unit may do what fell due while its notice waited for the lead unit to say what holds, once that keeps it
 * (维持): 24:00 of the working day after, so that nobody is late by the lead unit's silence.
 */
export function keptDueAt(keptAt: Instant, settings: ClockSettings): Instant {
  return endOfWorkingDay(keptAt, 1, settings);
}

/** The earliest due time that leaves a unit a whole working day: nothing is asked in the morning for the afternoon. */
export function earliestDueAt(now: Instant, settings: ClockSettings): Instant {
  const days = settings.supervision?.leastNoticeWorkingDays ?? STANDARD_STEPS.leastNotice;
  return atBeijing(addWorkingDays(beijingDate(now), days, settings.calendar), '12:00');
}

/** What of a due time deserves a second look before a notice goes out with it. */
export interface DueDoubts {
  /** Whether nobody is at work then: at night, or on a day off. The end of a day (24:00) is a time like any other. */
  readonly isOffHours: boolean;
  /** The first year until then whose holidays nobody has announced, so that its working days are weekdays alone. */
  readonly unknownYear: number | null;
}

/** What is doubtful about a due time; it may be given all the same. */
export function dueDoubts(now: Instant, dueAt: Instant, { calendar, workingHours }: ClockSettings): DueDoubts {
  const { date, time } = dueDayAndHour(dueAt);
  const isByDay = (time >= workingHours.from && time <= workingHours.to) || time === '24:00';
  const years = [...new Set([now, dueAt].map((at) => beijingDate(at).slice(0, 4)))];
  const unknown = years.find((year) => !calendar.holidays.some((holiday) => holiday.startsWith(year)));
  return {
    isOffHours: !isByDay || !isWorkingDay(date, calendar),
    unknownYear: unknown === undefined ? null : Number(unknown),
  };
}

/** The due time that a proposal gives a unit to answer, for the lead unit to look at: 18:00 of the n-th working day. */
export function proposedDueAt(now: Instant, { calendar }: ClockSettings): Instant {
  return atBeijing(addWorkingDays(beijingDate(now), STANDARD_STEPS.answer, calendar), '18:00');
}

function endOfWorkingDay(from: Instant, days: number, { calendar }: ClockSettings): Instant {
  return atBeijing(addWorkingDays(beijingDate(from), days, calendar), '24:00');
}
