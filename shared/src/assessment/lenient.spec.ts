import { caseOf, isLenientMonth, readingsOf, type MonthRecords } from '.';
import { regulationOf, scoreMonth } from '../scoring';

const HEIHE = regulationOf('heihe-2022')!;
const DUE = '2022-04-20T16:00:00.000Z';
const NOW = '2022-05-05T02:00:00.000Z';

const APRIL: MonthRecords = {
  regulation: 'heihe-2022',
  period: '2022-04',
  unitId: 'u6',
  measures: [],
  obligations: [
    { id: 'o1', kind: 'monthly-report', title: '月报', dueAt: DUE, metAt: DUE, recordId: null },
    { id: 'o2', kind: 'self-assessment', title: '自查评分', dueAt: DUE, metAt: null, recordId: null },
    { id: 'o3', kind: 'material', title: '名单', dueAt: DUE, metAt: '2022-04-20T15:59:59.999Z', recordId: null },
  ],
  information: [],
  adjustments: [],
  failedMeasures: [],
  rulings: {},
};
const LENIENT = { ...APRIL, isLenient: true };
const timelinessOf = (records: MonthRecords): string => scoreMonth(caseOf(records, NOW)).raw.timeliness;

describe('the first scored month, which had two days’ notice (Q7)', () => {
  it('costs a point for what is late and one for what is missing, as the text has it', () => {
    expect(timelinessOf(APRIL)).toBe('3.00');
    expect(readingsOf(APRIL, caseOf(APRIL, NOW), NOW)).toEqual([]);
  });

  it('costs nothing where the year lets it go, and says what was let go', () => {
    expect(timelinessOf(LENIENT)).toBe('5.00');
    expect(caseOf(LENIENT, NOW).obligations.map(({ id }) => id)).toEqual(['o3']);
    expect(readingsOf(LENIENT, caseOf(LENIENT, NOW), NOW)).toEqual([
      '首月不计迟报、漏报，月报迟报、自查评分漏报没有扣分。',
    ]);
  });

  it('says nothing of what is not due yet, nor of what a score counted all the same', () => {
    const early = '2022-04-19T02:00:00.000Z';
    const [report, , material] = LENIENT.obligations;
    const some = { ...LENIENT, obligations: [{ ...report!, metAt: null }, material!] };
    expect(readingsOf(some, caseOf(some, early), early)).toEqual(['首月不计迟报、漏报。']);
    expect(readingsOf(LENIENT, caseOf(APRIL, NOW), NOW)).toEqual(['首月不计迟报、漏报。']);
  });

  it('is the first month of the cycle and no other, and only where the year says so', () => {
    const yes = { firstPeriodLenient: true };
    expect(isLenientMonth(yes, HEIHE, '2022-04')).toBe(true);
    expect(isLenientMonth(yes, HEIHE, '2022-05')).toBe(false);
    expect(isLenientMonth({ firstPeriodLenient: false }, HEIHE, '2022-04')).toBe(false);
    expect(isLenientMonth({}, HEIHE, '2022-04')).toBe(false);
  });
});
