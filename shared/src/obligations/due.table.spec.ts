import { nationalCalendar } from '../calendar';
import { atBeijing, beijingDate, isWorkingDay, type WorkingCalendar } from '../kernel';
import { CALENDAR_2022, HEIHE_2022 } from '../samples';
import { dueInstant, reminderInstants } from './due';
import type { DueRule } from './settings';

function calendarOf(year: number): WorkingCalendar {
  const calendar = nationalCalendar(year);
  if (calendar === null) throw new Error(`no calendar for ${String(year)}`);
  return calendar;
}

const [REPORT, SELF] = HEIHE_2022.settings.dueRules as readonly [DueRule, DueRule];
const EXCLUSIVE = { isDayInclusive: false } as const;

/** Month: last day in time; the three rungs for the liaison; the day on which the leader hears of it. */
type Row = readonly [month: string, lastDay: number, first: number, second: number, last: number, leader: number];

const REPORT_INCLUSIVE_2022: readonly Row[] = [
  ['2022-01', 20, 17, 19, 20, 21],
  ['2022-02', 20, 15, 17, 18, 21],
  ['2022-03', 20, 15, 17, 18, 21],
  ['2022-04', 20, 15, 19, 20, 21],
  ['2022-05', 20, 17, 19, 20, 23],
  ['2022-06', 20, 15, 17, 20, 21],
  ['2022-07', 20, 15, 19, 20, 21],
  ['2022-08', 20, 16, 18, 19, 22],
  ['2022-09', 20, 15, 19, 20, 21],
  ['2022-10', 20, 17, 19, 20, 21],
  ['2022-11', 20, 15, 17, 18, 21],
  ['2022-12', 20, 15, 19, 20, 21],
];
const REPORT_EXCLUSIVE_2022: readonly Row[] = [
  ['2022-01', 19, 14, 18, 19, 20],
  ['2022-02', 19, 15, 17, 18, 21],
  ['2022-03', 19, 15, 17, 18, 21],
  ['2022-04', 19, 14, 18, 19, 20],
  ['2022-05', 19, 16, 18, 19, 20],
  ['2022-06', 19, 14, 16, 17, 20],
  ['2022-07', 19, 14, 18, 19, 20],
  ['2022-08', 19, 16, 18, 19, 22],
  ['2022-09', 19, 14, 16, 19, 20],
  ['2022-10', 19, 14, 18, 19, 20],
  ['2022-11', 19, 15, 17, 18, 21],
  ['2022-12', 19, 14, 16, 19, 20],
];
/** 24 April 2022 is a Sunday on which people work, so a leader hears of the 22nd or 23rd on it. */
const SELF_INCLUSIVE_2022: readonly Row[] = [
  ['2022-01', 23, 18, 20, 21, 24],
  ['2022-02', 23, 18, 22, 23, 24],
  ['2022-03', 23, 18, 22, 23, 24],
  ['2022-04', 23, 19, 21, 22, 24],
  ['2022-05', 23, 18, 20, 23, 24],
  ['2022-06', 23, 20, 22, 23, 24],
  ['2022-07', 23, 19, 21, 22, 25],
  ['2022-08', 23, 18, 22, 23, 24],
  ['2022-09', 23, 20, 22, 23, 26],
  ['2022-10', 23, 18, 20, 21, 24],
  ['2022-11', 23, 18, 22, 23, 24],
  ['2022-12', 23, 20, 22, 23, 26],
];
const SELF_EXCLUSIVE_2022: readonly Row[] = [
  ['2022-01', 22, 18, 20, 21, 24],
  ['2022-02', 22, 17, 21, 22, 23],
  ['2022-03', 22, 17, 21, 22, 23],
  ['2022-04', 22, 19, 21, 22, 24],
  ['2022-05', 22, 17, 19, 20, 23],
  ['2022-06', 22, 17, 21, 22, 23],
  ['2022-07', 22, 19, 21, 22, 25],
  ['2022-08', 22, 17, 19, 22, 23],
  ['2022-09', 22, 19, 21, 22, 23],
  ['2022-10', 22, 18, 20, 21, 24],
  ['2022-11', 22, 17, 21, 22, 23],
  ['2022-12', 22, 19, 21, 22, 23],
];
/** 2026: 春节 15 to 23 February with 14 and 28 worked; 端午 19 to 21 June; Sunday 20 September worked. */
const REPORT_INCLUSIVE_2026: readonly Row[] = [
  ['2026-01', 20, 15, 19, 20, 21],
  ['2026-02', 20, 11, 13, 14, 24],
  ['2026-03', 20, 17, 19, 20, 23],
  ['2026-04', 20, 15, 17, 20, 21],
  ['2026-05', 20, 15, 19, 20, 21],
  ['2026-06', 20, 15, 17, 18, 22],
  ['2026-07', 20, 15, 17, 20, 21],
  ['2026-08', 20, 17, 19, 20, 21],
  ['2026-09', 20, 16, 18, 20, 21],
  ['2026-10', 20, 15, 19, 20, 21],
  ['2026-11', 20, 17, 19, 20, 23],
  ['2026-12', 20, 15, 17, 18, 21],
];
const REPORT_EXCLUSIVE_2026: readonly Row[] = [
  ['2026-01', 19, 14, 16, 19, 20],
  ['2026-02', 19, 11, 13, 14, 24],
  ['2026-03', 19, 16, 18, 19, 20],
  ['2026-04', 19, 14, 16, 17, 20],
  ['2026-05', 19, 14, 18, 19, 20],
  ['2026-06', 19, 15, 17, 18, 22],
  ['2026-07', 19, 14, 16, 17, 20],
  ['2026-08', 19, 14, 18, 19, 20],
  ['2026-09', 19, 15, 17, 18, 20],
  ['2026-10', 19, 14, 16, 19, 20],
  ['2026-11', 19, 16, 18, 19, 20],
  ['2026-12', 19, 15, 17, 18, 21],
];
const SELF_INCLUSIVE_2026: readonly Row[] = [
  ['2026-01', 23, 20, 22, 23, 26],
  ['2026-02', 23, 11, 13, 14, 24],
  ['2026-03', 23, 18, 20, 23, 24],
  ['2026-04', 23, 20, 22, 23, 24],
  ['2026-05', 23, 19, 21, 22, 25],
  ['2026-06', 23, 17, 22, 23, 24],
  ['2026-07', 23, 20, 22, 23, 24],
  ['2026-08', 23, 18, 20, 21, 24],
  ['2026-09', 23, 20, 22, 23, 24],
  ['2026-10', 23, 20, 22, 23, 26],
  ['2026-11', 23, 18, 20, 23, 24],
  ['2026-12', 23, 18, 22, 23, 24],
];
const SELF_EXCLUSIVE_2026: readonly Row[] = [
  ['2026-01', 22, 19, 21, 22, 23],
  ['2026-02', 22, 11, 13, 14, 24],
  ['2026-03', 22, 17, 19, 20, 23],
  ['2026-04', 22, 17, 21, 22, 23],
  ['2026-05', 22, 19, 21, 22, 25],
  ['2026-06', 22, 16, 18, 22, 23],
  ['2026-07', 22, 17, 21, 22, 23],
  ['2026-08', 22, 18, 20, 21, 24],
  ['2026-09', 22, 18, 21, 22, 23],
  ['2026-10', 22, 19, 21, 22, 23],
  ['2026-11', 22, 17, 19, 20, 23],
  ['2026-12', 22, 17, 21, 22, 23],
];

const TABLES: readonly (readonly [string, DueRule, WorkingCalendar, readonly Row[]])[] = [
  ['月报 by the 20th, 2022', REPORT, CALENDAR_2022, REPORT_INCLUSIVE_2022],
  ['月报 before the 20th, 2022', { ...REPORT, ...EXCLUSIVE }, CALENDAR_2022, REPORT_EXCLUSIVE_2022],
  ['自查评分 by the 23rd, 2022', SELF, CALENDAR_2022, SELF_INCLUSIVE_2022],
  ['自查评分 before the 23rd, 2022', { ...SELF, ...EXCLUSIVE }, CALENDAR_2022, SELF_EXCLUSIVE_2022],
  ['月报 by the 20th, 2026', REPORT, calendarOf(2026), REPORT_INCLUSIVE_2026],
  ['月报 before the 20th, 2026', { ...REPORT, ...EXCLUSIVE }, calendarOf(2026), REPORT_EXCLUSIVE_2026],
  ['自查评分 by the 23rd, 2026', SELF, calendarOf(2026), SELF_INCLUSIVE_2026],
  ['自查评分 before the 23rd, 2026', { ...SELF, ...EXCLUSIVE }, calendarOf(2026), SELF_EXCLUSIVE_2026],
];

describe.each(TABLES)('%s, worked out by hand from the calendar', (_, rule, calendar, rows) => {
  it.each(rows)('%s: last day %i; reminders on %i, %i, %i; leader on %i', (month, lastDay, ...days) => {
    const settings = { ...HEIHE_2022.settings, calendar };
    const dueAt = dueInstant(rule, month, calendar);
    expect(dueAt).toBe(atBeijing(`${month}-${String(lastDay)}`, '24:00'));
    const rungs = reminderInstants(rule, month, settings);
    expect(rungs.map((rung) => rung.at)).toEqual(days.map((day) => atBeijing(`${month}-${String(day)}`, '08:30')));
    expect(rungs.map((rung) => rung.audience)).toEqual(['liaison', 'liaison', 'liaison', 'leader']);
  });

  it.each(rows)(
    '%s: the early reminders come before the end of the day before the named one, whichever way 前 is read',
    (month) => {
      const settings = { ...HEIHE_2022.settings, calendar };
      const dayBefore = dueInstant({ ...rule, ...EXCLUSIVE }, month, calendar);
      const early = reminderInstants(rule, month, settings).filter((rung) => rung.at < dayBefore);
      expect(early.length).toBeGreaterThanOrEqual(2);
      expect(early.every((rung) => isWorkingDay(beijingDate(rung.at), calendar))).toBe(true);
    },
  );
});
