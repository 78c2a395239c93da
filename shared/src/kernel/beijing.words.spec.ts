import { atBeijing } from './beijing';
import { formatDay, formatDue, formatMoment, formatPeriod, formatStamp, remaining } from './beijing.words';

const MIDNIGHT_20 = atBeijing('2022-05-20', '24:00');

describe('days and times as people read them', () => {
  it('writes a due day with its weekday, and midnight as 24:00 of the last day', () => {
    const now = atBeijing('2022-05-17', '14:20');
    expect(formatDay('2022-05-20')).toBe('5月20日 周五');
    expect(formatDue(MIDNIGHT_20, now)).toBe('5月20日 周五 24:00前');
    expect(formatDue(atBeijing('2022-05-20', '17:30'), now)).toBe('5月20日 周五 17:30前');
  });

  it('writes the year only when it is not this year', () => {
    const now = atBeijing('2022-05-17', '14:20');
    expect(formatDay('2023-01-05', now)).toBe('2023年1月5日 周四');
    expect(formatDay('2022-05-20', now)).toBe('5月20日 周五');
    expect(formatDue(atBeijing('2022-12-31', '24:00'), atBeijing('2022-12-30', '09:00'))).toBe('12月31日 周六 24:00前');
    expect(formatDue(MIDNIGHT_20, atBeijing('2023-01-01', '00:00'))).toBe('2022年5月20日 周五 24:00前');
  });

  it('writes receipts to the second with the year', () => {
    expect(formatStamp('2022-05-19T08:32:08.412Z')).toBe('2022年5月19日 16:32:08');
  });

  it('says today for a moment of today', () => {
    const now = atBeijing('2022-05-20', '13:00');
    expect(formatMoment(atBeijing('2022-05-20', '12:31'), now)).toBe('今天 12:31');
    expect(formatMoment(atBeijing('2022-05-19', '20:14'), now)).toBe('5月19日 20:14');
    expect(formatMoment(atBeijing('2021-05-19', '20:14'), now)).toBe('2021年5月19日 20:14');
    expect(formatMoment(atBeijing('2022-05-20', '12:31'))).toBe('5月20日 12:31');
    expect(formatPeriod('2022-05')).toBe('5月');
    expect(formatPeriod('2022-05', true)).toBe('2022年5月');
  });
});

describe('time that is left', () => {
  it.each([
    ['2022-05-17', '14:20', 'days', 3, '还剩3天'],
    ['2022-05-18', '23:59', 'days', 2, '还剩2天'],
    ['2022-05-19', '00:00', 'days', 1, '还剩1天'],
    ['2022-05-20', '00:00', 'hours', 24, '还剩24小时'],
    ['2022-05-20', '21:00', 'hours', 3, '还剩3小时'],
    ['2022-05-20', '21:01', 'hours', 2, '还剩2小时'],
    ['2022-05-20', '23:00', 'hours', 1, '还剩1小时'],
    ['2022-05-20', '23:01', 'minutes', 59, '还剩59分钟'],
    ['2022-05-20', '23:59', 'minutes', 1, '还剩1分钟'],
    ['2022-05-20', '24:00', 'overdue-days', 1, '超期1天'],
    ['2022-05-21', '23:59', 'overdue-days', 1, '超期1天'],
    ['2022-05-22', '00:00', 'overdue-days', 2, '超期2天'],
  ])('on %s at %s it is %s %i: %s', (date, time, ...[kind, n, text]) => {
    expect(remaining(MIDNIGHT_20, atBeijing(date, time))).toEqual({ kind, n, text });
  });

  it('never promises a minute that is not there', () => {
    expect(remaining(MIDNIGHT_20, '2022-05-20T15:59:59.999Z').text).toBe('不到1分钟');
  });

  it('counts hours after a due time within the day', () => {
    const dueAt = atBeijing('2022-05-20', '17:00');
    expect(remaining(dueAt, dueAt).text).toBe('刚到期');
    expect(remaining(dueAt, atBeijing('2022-05-20', '17:05')).text).toBe('超期5分钟');
    expect(remaining(dueAt, atBeijing('2022-05-20', '19:30')).text).toBe('超期2小时');
    expect(remaining(dueAt, atBeijing('2022-05-21', '00:00')).text).toBe('超期1天');
  });
});
