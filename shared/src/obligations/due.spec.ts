import fc from 'fast-check';
import { addDays, addMonths, atBeijing, beijingDate, beijingTime, isWorkingDay, lastDayOf } from '../kernel';
import { CALENDAR_2022, HEIHE_2022, INVESTMENT_2022 } from '../samples';
import {
  closesInstant,
  correctionDueAt,
  dueInstant,
  obligationsOf,
  reminderInstants,
  reminderInstantsFor,
} from './due';
import type { DueRule, ReminderRung } from './settings';

const [REPORT] = HEIHE_2022.settings.dueRules as readonly [DueRule];
const [INVESTMENT] = INVESTMENT_2022.settings.dueRules as readonly [DueRule];

function due(change: Partial<DueRule>, month: string): string {
  return dueInstant({ ...REPORT, ...change }, month, CALENDAR_2022);
}

describe('due times (Q4, Q5)', () => {
  it('is the midnight after the 20th, also when that is a Saturday', () => {
    expect(due({}, '2022-08')).toBe('2022-08-20T16:00:00.000Z');
  });

  it('moves to a working day only where the group says so', () => {
    expect(due({ nonWorkingDay: 'next-working-day' }, '2022-08')).toBe(atBeijing('2022-08-22', '24:00'));
    expect(due({ nonWorkingDay: 'previous-working-day' }, '2022-08')).toBe(atBeijing('2022-08-19', '24:00'));
    expect(due({ nonWorkingDay: 'next-working-day', day: 23 }, '2022-04')).toBe(atBeijing('2022-04-24', '24:00'));
    expect(due({ nonWorkingDay: 'next-working-day', day: 2 }, '2022-05')).toBe(atBeijing('2022-05-05', '24:00'));
    expect(due({ nonWorkingDay: 'previous-working-day', day: 2 }, '2022-05')).toBe(atBeijing('2022-04-29', '24:00'));
    expect(due({ nonWorkingDay: 'next-working-day', day: 5 }, '2022-10')).toBe(atBeijing('2022-10-08', '24:00'));
    expect(due({ nonWorkingDay: 'previous-working-day', day: 5 }, '2022-10')).toBe(atBeijing('2022-09-30', '24:00'));
  });

  it('ends at the cut-off of the last day, after the minutes of grace', () => {
    expect(due({ cutOff: '17:00' }, '2022-05')).toBe(atBeijing('2022-05-20', '17:00'));
    expect(due({ cutOff: '17:00', graceMinutes: 30 }, '2022-05')).toBe(atBeijing('2022-05-20', '17:30'));
    expect(due({ graceMinutes: 30 }, '2022-05')).toBe(atBeijing('2022-05-21', '00:30'));
  });

  it('takes the last day of a short month for a day it does not have', () => {
    expect(due({ day: 31 }, '2022-06')).toBe(atBeijing('2022-06-30', '24:00'));
    expect(due({ day: 1, isDayInclusive: false }, '2022-10')).toBe(atBeijing('2022-09-30', '24:00'));
  });

  it('reads the second sample group: before the 25th, 17:00 and half an hour, moved to a working day', () => {
    expect(dueInstant(INVESTMENT, '2022-05', CALENDAR_2022)).toBe(atBeijing('2022-05-24', '17:30'));
    expect(dueInstant(INVESTMENT, '2022-09', CALENDAR_2022)).toBe(atBeijing('2022-09-26', '17:30'));
    expect(closesInstant(INVESTMENT, atBeijing('2022-05-24', '17:30'))).toBe(atBeijing('2022-06-03', '17:30'));
    expect(closesInstant(REPORT, due({}, '2022-05'))).toBeNull();
  });

  it('gives a correction until 24:00 of the second working day (Q12)', () => {
    const correction = (returnedAt: string, dueAt: string) =>
      correctionDueAt({ returnedAt, dueAt, workingDays: 2 }, CALENDAR_2022);
    const may = atBeijing('2022-05-20', '24:00');
    expect(correction(atBeijing('2022-05-20', '10:12'), may)).toBe(atBeijing('2022-05-24', '24:00'));
    expect(correction(atBeijing('2022-04-29', '23:59'), atBeijing('2022-04-20', '24:00'))).toBe(
      atBeijing('2022-05-06', '24:00'),
    );
    expect(correction(atBeijing('2022-05-16', '10:12'), may)).toBe(may);
  });
});

describe('what is owed in a month', () => {
  const units = HEIHE_2022.units.map(({ number, kind }) => ({ id: `u${String(number)}`, kind }));

  it('asks the report of 20 units and the self-assessment of the six counties (Q8)', () => {
    const owed = obligationsOf(HEIHE_2022.settings, '2022-05', units);
    expect(owed.filter((entry) => entry.kind === 'monthly-report')).toHaveLength(20);
    expect(owed.filter((entry) => entry.kind === 'self-assessment')).toHaveLength(6);
    expect(owed.some((entry) => entry.unitId === 'u1')).toBe(false);
    expect(owed[0]).toEqual({
      unitId: 'u2',
      kind: 'monthly-report',
      title: '月报',
      period: '2022-05',
      article: '第七条',
      dueAt: atBeijing('2022-05-20', '24:00'),
      closesAt: null,
    });
  });

  it('asks nothing before April and after December (Q7)', () => {
    expect(obligationsOf(HEIHE_2022.settings, '2022-03', units)).toEqual([]);
    expect(obligationsOf(HEIHE_2022.settings, '2023-01', units)).toEqual([]);
    expect(obligationsOf(HEIHE_2022.settings, '2022-12', units)).toHaveLength(26);
  });

  it('asks another group for other things', () => {
    const others = INVESTMENT_2022.units.map(({ number, kind }) => ({ id: `v${String(number)}`, kind }));
    expect(obligationsOf(INVESTMENT_2022.settings, '2022-03', others).map((entry) => entry.title)).toEqual([
      '招商月报',
      '招商月报',
      '招商月报',
    ]);
  });
});

describe('reminder plan', () => {
  const settings = HEIHE_2022.settings;

  it('falls on the days of the sample story', () => {
    const days = (month: string): string[] =>
      reminderInstants(REPORT, month, settings).map(
        (rung) => `${beijingDate(rung.at)} ${beijingTime(rung.at)} ${rung.rungId}`,
      );
    expect(days('2022-05')).toEqual([
      '2022-05-17 08:30 three-days-before',
      '2022-05-19 08:30 one-day-before',
      '2022-05-20 08:30 last-day',
      '2022-05-23 08:30 leader-after',
    ]);
  });

  it('follows the plan of the second group: five working days before, the last day, the leader two after', () => {
    const rungs = reminderInstants(INVESTMENT, '2022-05', INVESTMENT_2022.settings);
    expect(rungs.map((rung) => [rung.audience, rung.at])).toEqual([
      ['liaison', atBeijing('2022-05-17', '10:00')],
      ['liaison', atBeijing('2022-05-24', '09:00')],
      ['leader', atBeijing('2022-05-26', '09:00')],
    ]);
  });

  it('aims at the day before when the last day ends before office hours begin', () => {
    const rungs = reminderInstants({ ...REPORT, cutOff: '08:00' }, '2022-05', settings);
    expect(rungs.map((rung) => beijingDate(rung.at))).toEqual(['2022-05-16', '2022-05-18', '2022-05-19', '2022-05-23']);
  });

  it('sends a rung at the start of office hours when its own hour lies outside them or after the due time', () => {
    const plan = (at: string): readonly ReminderRung[] => [
      { id: 'x', title: 'x', workingDays: 0, at, audience: 'liaison' },
    ];
    const at = (time: string, cutOff: string): string | undefined =>
      reminderInstants({ ...REPORT, cutOff }, '2022-05', { ...settings, reminderPlan: plan(time) })[0]?.at;
    expect(at('20:00', '24:00')).toBe(atBeijing('2022-05-20', '08:30'));
    expect(at('06:00', '24:00')).toBe(atBeijing('2022-05-20', '08:30'));
    expect(at('16:00', '15:00')).toBe(atBeijing('2022-05-20', '08:30'));
    expect(at('14:00', '15:00')).toBe(atBeijing('2022-05-20', '14:00'));
    expect(at('15:00', '15:00')).toBe(atBeijing('2022-05-20', '08:30'));
    expect(at('08:30', '08:30')).toBe(atBeijing('2022-05-19', '08:30'));
  });

  it('keeps the more urgent of two rungs that meet', () => {
    const reminderPlan: readonly ReminderRung[] = [
      { id: 'evening', title: '', workingDays: -1, at: '19:00', audience: 'liaison' },
      { id: 'morning', title: '', workingDays: -1, at: '08:30', audience: 'liaison' },
      { id: 'last', title: '', workingDays: 0, at: '08:30', audience: 'liaison' },
      { id: 'leader', title: '', workingDays: 0, at: '08:30', audience: 'leader' },
    ];
    const rungs = reminderInstants(REPORT, '2022-05', { ...settings, reminderPlan });
    expect(rungs.filter((rung) => beijingDate(rung.at) === '2022-05-20').map((rung) => rung.rungId)).toEqual([
      'last',
      'leader',
    ]);
    expect(rungs.filter((rung) => beijingDate(rung.at) === '2022-05-19')).toHaveLength(1);
  });

  it('always goes out on a working day in office hours, before-rungs before and after-rungs after the due time', () => {
    const dueAt = fc
      .tuple(fc.integer({ min: 30, max: 330 }), fc.constantFrom('24:00', '17:00', '08:00', '08:30', '00:15'))
      .map(([offset, time]) => atBeijing(addDays('2022-01-01', offset), time));
    const rung = fc.record({
      id: fc.uuid(),
      title: fc.constant(''),
      workingDays: fc.integer({ min: -10, max: 10 }),
      at: fc.constantFrom('00:00', '08:30', '12:00', '17:59', '18:00', '24:00'),
      audience: fc.constantFrom('liaison' as const, 'leader' as const),
    });
    fc.assert(
      fc.property(dueAt, fc.array(rung, { maxLength: 8 }), (due, reminderPlan) => {
        const rungs = reminderInstantsFor(due, { ...settings, reminderPlan });
        for (const { at, workingDays } of rungs) {
          expect(isWorkingDay(beijingDate(at), CALENDAR_2022)).toBe(true);
          expect(beijingTime(at) >= '08:30' && beijingTime(at) < '18:00').toBe(true);
          expect(workingDays > 0 ? at >= due : at < due).toBe(true);
        }
        const slots = rungs.map((entry) => `${entry.audience} ${entry.at}`);
        expect(new Set(slots).size).toBe(slots.length);
        expect([...rungs].map((entry) => entry.at)).toEqual(rungs.map((entry) => entry.at).sort());
      }),
    );
  });

  it('has a due time inside every month of the year, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 11 }), (day, offset) => {
        const month = addMonths('2022-01', offset);
        const date = beijingDate(addMinutesBefore(due({ day }, month)));
        expect(date >= `${month}-01` && date <= lastDayOf(month)).toBe(true);
      }),
    );
  });
});

function addMinutesBefore(instant: string): string {
  return new Date(Date.parse(instant) - 60_000).toISOString();
}
