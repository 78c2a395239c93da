import { nationalCalendar } from '.';
import { addDays, isWorkingDay } from '../kernel';
import { CALENDAR_2022 } from '../samples';

describe('national calendar', () => {
  it('agrees with the calendar of the 2022 sample on every day', () => {
    const calendar = nationalCalendar(2022) ?? { holidays: [], makeUpDays: [] };
    for (let offset = 0; offset < 365; offset += 1) {
      const date = addDays('2022-01-01', offset);
      expect([date, isWorkingDay(date, calendar)]).toEqual([date, isWorkingDay(date, CALENDAR_2022)]);
    }
  });

  it('knows the worked weekends of 2026', () => {
    expect(nationalCalendar(2026)?.makeUpDays).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
  });

  it('says when a year is not announced', () => {
    expect(nationalCalendar(2099)).toBeNull();
  });
});
