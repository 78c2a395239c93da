import fc from 'fast-check';
import {
  addDays,
  addMonths,
  atBeijing,
  beijingClock,
  beijingDate,
  beijingTime,
  daysBetween,
  isDateText,
  isInstant,
  isPeriod,
  isTimeText,
  lastDateBefore,
  lastDayOf,
  periodOf,
  toInstant,
  weekdayOf,
} from './beijing';

const anyInstant = fc
  .integer({ min: Date.parse('2000-01-01T00:00:00.000Z'), max: Date.parse('2100-01-01T00:00:00.000Z') })
  .map(toInstant);

describe('Beijing calendar', () => {
  it('takes the last millisecond of the 20th and midnight to different days', () => {
    expect(beijingDate('2022-05-20T15:59:59.999Z')).toBe('2022-05-20');
    expect(beijingDate('2022-05-20T16:00:00.000Z')).toBe('2022-05-21');
    expect(beijingTime('2022-05-20T16:00:00.000Z')).toBe('00:00');
    expect(beijingClock('2022-05-19T08:32:08.000Z')).toBe('16:32:08');
  });

  it('reads 24:00 as the following midnight, also at the end of a year', () => {
    expect(atBeijing('2022-05-20', '24:00')).toBe('2022-05-20T16:00:00.000Z');
    expect(atBeijing('2022-12-31', '24:00')).toBe(atBeijing('2023-01-01', '00:00'));
    expect(atBeijing('2022-05-20', '08:30')).toBe('2022-05-20T00:30:00.000Z');
  });

  it('finds the last date before a due time', () => {
    expect(lastDateBefore(atBeijing('2022-05-20', '24:00'))).toBe('2022-05-20');
    expect(lastDateBefore(atBeijing('2022-05-20', '17:00'))).toBe('2022-05-20');
  });

  it('counts months and days over year ends and leap days', () => {
    expect(addMonths('2022-12', 1)).toBe('2023-01');
    expect(addMonths('2022-01', -1)).toBe('2021-12');
    expect(addMonths('2022-05', -29)).toBe('2019-12');
    expect(lastDayOf('2022-02')).toBe('2022-02-28');
    expect(lastDayOf('2024-02')).toBe('2024-02-29');
    expect(lastDayOf('2022-12')).toBe('2022-12-31');
    expect(daysBetween('2022-02-28', '2022-03-01')).toBe(1);
    expect(daysBetween('2022-05-20', '2022-05-17')).toBe(-3);
    expect(weekdayOf('2022-05-20')).toBe(5);
    expect(weekdayOf('2022-05-22')).toBe(0);
    expect(periodOf('2022-05-20')).toBe('2022-05');
  });

  it('goes from an instant to Beijing words and back', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const minute = `${instant.slice(0, 17)}00.000Z`;
        expect(atBeijing(beijingDate(minute), beijingTime(minute))).toBe(minute);
      }),
    );
  });

  it('keeps day arithmetic consistent', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -4000, max: 4000 }), (instant, days) => {
        const date = beijingDate(instant);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect((weekdayOf(date) + (((days % 7) + 7) % 7)) % 7).toBe(weekdayOf(addDays(date, days)));
      }),
    );
  });
});

describe('writings of time that come from outside', () => {
  it.each([
    '2022-02-30',
    '2022-13-01',
    '2022-00-10',
    '2022-5-1',
    '20220501',
    '2022-05-20 ',
    '',
    '２０２２-05-20',
    null,
    20220520,
  ])('refuses %p as a date', (value) => {
    expect(isDateText(value)).toBe(false);
  });

  it('takes dates that exist', () => {
    expect(isDateText('2022-02-28')).toBe(true);
    expect(isDateText('2024-02-29')).toBe(true);
  });

  it.each([
    '2022-05-20T24:00:00.000Z',
    '2022-05-20T16:00:00Z',
    '2022-05-20T16:00:00.000+08:00',
    '2022-02-30T00:00:00.000Z',
    '2022-05-20T16:60:00.000Z',
    ' 2022-05-20T16:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
    '',
    undefined,
    {},
  ])('refuses %p as an instant', (value) => {
    expect(isInstant(value)).toBe(false);
  });

  it('takes an instant in the one accepted writing', () => {
    fc.assert(fc.property(anyInstant, (instant) => isInstant(instant)));
  });

  it('knows months and wall-clock times', () => {
    expect(['2022-05', '2022-12'].every(isPeriod)).toBe(true);
    expect(['2022-13', '2022-00', '2022-5', '2022-05-01', 202205].some(isPeriod)).toBe(false);
    expect(['00:00', '08:30', '23:59', '24:00'].every(isTimeText)).toBe(true);
    expect(['24:01', '8:30', '12:60', '25:00', ''].some(isTimeText)).toBe(false);
  });
});
