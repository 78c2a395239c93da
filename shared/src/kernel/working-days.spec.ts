import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { CALENDAR_2022 } from '../samples';
import { addDays } from './beijing';
import { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-days';

const day2022 = fc.integer({ min: 0, max: 364 }).map((offset) => addDays('2022-01-01', offset));

describe('working days with 调休', () => {
  it('agrees with the published calendar on every day of 2022', () => {
    for (let offset = 0; offset < 365; offset += 1) {
      const date = addDays('2022-01-01', offset);
      expect([date, isWorkingDay(date, CALENDAR_2022)]).toEqual([date, isWorkday(date)]);
    }
  });

  it('works on the Sunday before 五一 and rests on its Monday', () => {
    expect(isWorkingDay('2022-04-24', CALENDAR_2022)).toBe(true);
    expect(isWorkingDay('2022-05-02', CALENDAR_2022)).toBe(false);
    expect(nextWorkingDay('2022-04-30', CALENDAR_2022)).toBe('2022-05-05');
    expect(previousWorkingDay('2022-05-04', CALENDAR_2022)).toBe('2022-04-29');
    expect(addWorkingDays('2022-05-05', -6, CALENDAR_2022)).toBe('2022-04-24');
    expect(addWorkingDays('2022-05-06', 1, CALENDAR_2022)).toBe('2022-05-07');
  });

  it('works through the weekend after 国庆', () => {
    expect(nextWorkingDay('2022-10-01', CALENDAR_2022)).toBe('2022-10-08');
    expect(addWorkingDays('2022-09-30', 2, CALENDAR_2022)).toBe('2022-10-09');
    expect(addWorkingDays('2022-10-10', -3, CALENDAR_2022)).toBe('2022-09-30');
  });

  it('stays on the day itself for no days, even at a weekend', () => {
    expect(addWorkingDays('2022-08-20', 0, CALENDAR_2022)).toBe('2022-08-20');
  });

  it('goes n forward and n back to the working day it began on', () => {
    fc.assert(
      fc.property(day2022, fc.integer({ min: 1, max: 60 }), (date, days) => {
        const start = previousWorkingDay(date, CALENDAR_2022);
        expect(addWorkingDays(addWorkingDays(start, days, CALENDAR_2022), -days, CALENDAR_2022)).toBe(start);
      }),
    );
  });

  it('comes to an end where a calendar knows no working day at all', () => {
    const holidays = Array.from({ length: 366 }, (_, index) => addDays('2022-01-01', index));
    expect(addWorkingDays('2022-01-01', 2, { holidays, makeUpDays: [] })).toBe('2022-05-01');
    expect(() => addWorkingDays('not a date', 1, CALENDAR_2022)).toThrow(RangeError);
  });

  it('always lands on a working day', () => {
    fc.assert(
      fc.property(
        day2022,
        fc.integer({ min: -60, max: 60 }).filter((days) => days !== 0),
        (date, days) => isWorkingDay(addWorkingDays(date, days, CALENDAR_2022), CALENDAR_2022),
      ),
    );
  });
});
