import fc from 'fast-check';
import { atBeijing, beijingDate, beijingTime, isWorkingDay, toInstant } from '../kernel';
import { CALENDAR_2022, HEIHE_2022 } from '../samples';
import { reminderInstantsFor } from './due';
import { dueRungs, isSendingTime, nextSendingInstant, rungsAt } from './reminders';

const DUE = atBeijing('2022-05-20', '24:00');
const RUNGS = reminderInstantsFor(DUE, HEIHE_2022.settings);
const HOURS = HEIHE_2022.settings.workingHours;

function statuses(date: string, time: string): readonly string[] {
  return rungsAt(RUNGS, DUE, atBeijing(date, time), CALENDAR_2022).map((standing) => standing.status);
}

describe('which reminders go out now', () => {
  it.each([
    ['before the first', '2022-05-17', '08:29', ['waiting', 'waiting', 'waiting', 'waiting']],
    ['at the first', '2022-05-17', '08:30', ['due', 'waiting', 'waiting', 'waiting']],
    ['a day late, still of use', '2022-05-18', '08:30', ['due', 'waiting', 'waiting', 'waiting']],
    ['more than a working day late', '2022-05-18', '08:31', ['stale', 'waiting', 'waiting', 'waiting']],
    ['when the next one is due', '2022-05-19', '08:30', ['stale', 'due', 'waiting', 'waiting']],
    ['back up on the last day', '2022-05-20', '22:00', ['stale', 'stale', 'due', 'waiting']],
    ['back up after the due time', '2022-05-21', '00:00', ['stale', 'stale', 'stale', 'waiting']],
    ['when the leader is told', '2022-05-23', '08:30', ['stale', 'stale', 'stale', 'due']],
    ['back up a week later', '2022-05-27', '09:00', ['stale', 'stale', 'stale', 'stale']],
  ])('%s', (_, date, time, expected) => {
    expect(statuses(date, time)).toEqual(expected);
  });

  it('counts lateness in working days: a leader rung of a Friday is of use on Monday', () => {
    const due = atBeijing('2022-08-18', '24:00');
    const rungs = reminderInstantsFor(due, HEIHE_2022.settings).filter((rung) => rung.audience === 'leader');
    expect(rungs[0]?.at).toBe(atBeijing('2022-08-19', '08:30'));
    expect(dueRungs(rungs, due, atBeijing('2022-08-22', '08:30'), CALENDAR_2022)).toHaveLength(1);
    expect(dueRungs(rungs, due, atBeijing('2022-08-22', '08:31'), CALENDAR_2022)).toHaveLength(0);
  });

  it('drops a rung at the very instant of the next one for the same audience', () => {
    const reminderPlan = ['09:00', '14:00'].map((at) => ({
      id: at,
      title: at,
      workingDays: -1,
      at,
      audience: 'liaison' as const,
    }));
    const rungs = reminderInstantsFor(DUE, { ...HEIHE_2022.settings, reminderPlan });
    const ids = (time: string): readonly string[] =>
      dueRungs(rungs, DUE, atBeijing('2022-05-19', time), CALENDAR_2022).map((rung) => rung.rungId);
    expect(ids('13:59')).toEqual(['09:00']);
    expect(ids('14:00')).toEqual(['14:00']);
  });

  it('never has two rungs of one audience to send at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 24 * 60 }), (minutes) => {
        const now = toInstant(Date.parse(atBeijing('2022-05-10', '00:00')) + minutes * 60_000);
        const audiences = dueRungs(RUNGS, DUE, now, CALENDAR_2022).map((rung) => rung.audience);
        expect(new Set(audiences).size).toBe(audiences.length);
      }),
    );
  });
});

describe('office hours', () => {
  it.each([
    ['2022-05-20', '08:29', '2022-05-20', '08:30'],
    ['2022-05-20', '08:30', '2022-05-20', '08:30'],
    ['2022-05-20', '17:59', '2022-05-20', '17:59'],
    ['2022-05-20', '18:00', '2022-05-23', '08:30'],
    ['2022-05-21', '10:00', '2022-05-23', '08:30'],
    ['2022-04-23', '10:00', '2022-04-24', '08:30'],
    ['2022-04-29', '20:00', '2022-05-05', '08:30'],
    ['2022-10-03', '10:00', '2022-10-08', '08:30'],
  ])('a message of %s %s goes out on %s at %s', (date, time, sendDate, sendTime) => {
    expect(nextSendingInstant(atBeijing(date, time), CALENDAR_2022, HOURS)).toBe(atBeijing(sendDate, sendTime));
  });

  it('never sends outside them, and never goes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 * 24 * 60 }), (minutes) => {
        const now = toInstant(Date.parse('2022-01-01T00:00:00.000Z') + minutes * 60_000);
        const at = nextSendingInstant(now, CALENDAR_2022, HOURS);
        expect(at >= now).toBe(true);
        expect(isWorkingDay(beijingDate(at), CALENDAR_2022)).toBe(true);
        expect(beijingTime(at) >= HOURS.from && beijingTime(at) < HOURS.to).toBe(true);
        expect(isSendingTime(at, CALENDAR_2022, HOURS)).toBe(true);
      }),
    );
  });
});
