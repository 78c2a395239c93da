import { aMonth, aYear } from '../samples';
import { parseScoreCase } from './case.parse';
import type { MonthCase, YearCase } from './case';
import { scoreMonth } from './month.score';
import { scoreYear } from './year.score';

const HIGH = { highQuality: true, adopted: false };
const BOTH = { highQuality: true, adopted: true };

function month(given: MonthCase): Record<string, string> {
  expect(parseScoreCase(given)).toEqual({ ok: true, value: given });
  const { raw, score } = scoreMonth(given);
  return { ...raw, score };
}

function year(given: YearCase): Omit<ReturnType<typeof scoreYear>, 'trace'> {
  expect(parseScoreCase(given)).toEqual({ ok: true, value: given });
  const { taskPart, innovation, total } = scoreYear(given);
  return { taskPart, innovation, total };
}

describe('the worked examples of a county’s month (annex 2, 二（一）)', () => {
  it('1: five measures done, nothing late, one high-quality item, one approved adjustment', () => {
    expect(month(aMonth().done(5).onTime(1).informed(1, HIGH).approved(1).built)).toEqual({
      completion: '40.00',
      deduction: '0.00',
      timeliness: '5.00',
      information: '1.00',
      adjustment: '1.00',
      total: '47.00',
      score: '32.90',
    });
  });

  it('2: seven measures, six done, each worth 40/7', () => {
    const result = month(aMonth().done(6).notDone(1).onTime(1).built);
    expect(result).toMatchObject({ completion: '34.29', total: '39.29', score: '27.50' });
  });

  it('3: three measures done, of which a spot check finds one undone', () => {
    const result = month(aMonth().done(2).failed(1).onTime(1).built);
    expect(result).toMatchObject({ completion: '40.00', deduction: '-13.33', total: '31.67', score: '22.17' });
  });

  it('4: one obligation at the first late instant, one missing', () => {
    expect(month(aMonth().late(1).missing(1).built)).toMatchObject({ timeliness: '3.00' });
  });

  it('5: seven obligations missing, 扣完为止', () => {
    expect(month(aMonth().missing(7).built)).toMatchObject({ timeliness: '0.00' });
  });

  it('6: five high-quality items, three of them adopted', () => {
    expect(month(aMonth().informed(2, HIGH).informed(3, BOTH).built)).toMatchObject({ information: '5.00' });
  });

  it('7: 25 approved adjustments', () => {
    expect(month(aMonth().approved(25).built)).toMatchObject({ adjustment: '20.00' });
  });

  it('8: an empty ledger gives 40 by default, and 0 by the other ruling (Q10)', () => {
    expect(month(aMonth().built)).toMatchObject({ completion: '40.00', total: '45.00', score: '31.50' });
    expect(month(aMonth().ruled({ emptyLedger: 'zero' }).built)).toMatchObject({ completion: '0.00', score: '3.50' });
  });
});

describe('the worked examples of a county’s year (annex 2, 二（二）)', () => {
  it.each([
    ['9', '65', 1, ['31.85', '45.50', '65.00'], ['36.85', '50.50', '70.00']],
    ['10', '55', 2, ['26.95', '38.50', '55.00'], ['36.95', '48.50', '65.00']],
  ] as const)(
    '%s: nine months of raw %s and %i innovations, in the three readings',
    (_, raw, innovations, ...expected) => {
      const results = ['literal', 'single', 'headings'].map((annualReading) =>
        year(aYear(raw, 9, innovations, { annualReading })),
      );
      expect([results.map((one) => one.taskPart), results.map((one) => one.total)]).toEqual(expected);
    },
  );

  it('11: six months of raw 70, three missing, which count 0 (Q19)', () => {
    expect(year(aYear('70', 6, 0))).toEqual({ taskPart: '22.87', innovation: '0.00', total: '22.87' });
  });

  it('12: eight approved innovations, 加满为止', () => {
    expect(year(aYear('0', 9, 8))).toMatchObject({ innovation: '30.00' });
  });

  it('shows the most that each reading can reach: 64.3, 79 and 100 (Q1)', () => {
    const most = (annualReading: string): string => year(aYear('70', 9, 6, { annualReading })).total;
    expect(['literal', 'single', 'headings'].map(most)).toEqual(['64.30', '79.00', '100.00']);
  });

  it.each([
    [{ materials: 'annex-3' }, '637/20'],
    [{ adjustmentCap: '10' }, '147/5'],
    [{ adjustmentCap: '30' }, '196/5'],
    [{ materials: 'annex-3', annualReading: 'headings' }, '65'],
  ] as const)('can reach in a year what its months can, as they are ruled: %j', (rulings, outOf) => {
    expect(scoreYear(aYear('40', 7, 0, rulings)).trace[0]).toMatchObject({ rule: 'taskPart', outOf });
  });

  it('takes for the most of a year what each month could give by its own rulings (Q2)', () => {
    const { months, ...rest } = aYear('40', 9, 0);
    const given = { ...rest, months: months.map((each, index) => ({ ...each, ...(index < 2 ? { most: '65' } : {}) })) };
    // (7 × 70 + 2 × 65) / 9 × 0.49
    expect(scoreYear(given).trace[0]!.outOf).toBe('1519/45');
    // A file does not say by which material its months were scored; what is above it was scored by the other.
    expect(scoreYear(aYear('70', 9, 0, { materials: 'annex-3' })).trace[0]!.outOf).toBe('343/10');
  });

  it('promises a month without a score no more than it can give (Q2)', () => {
    const { wouldChange } = scoreYear(aYear('40', 8, 0, { materials: 'annex-3' })).trace[0]!;
    expect(wouldChange[0]).toMatchObject({ action: { kind: 'score-months', rawTotal: '65' }, delta: '637/180' });
  });

  it('turns the order of two counties round when the 70 % is taken twice (Q1)', () => {
    const totals = (annualReading: string): readonly number[] =>
      [aYear('65', 9, 1, { annualReading }), aYear('55', 9, 2, { annualReading })].map((one) =>
        Number(year(one).total),
      );
    const isFirstAhead = (annualReading: string): boolean => totals(annualReading)[0]! > totals(annualReading)[1]!;
    expect(['literal', 'single', 'headings'].map(isFirstAhead)).toEqual([false, true, true]);
  });
});

describe('where the rules meet (annexes 2 and 3)', () => {
  it('takes nothing a second time from a measure that was not done and failed the spot check', () => {
    const undone = { id: 'm9', done: false, failedSpotCheck: true };
    const given = aMonth({ measures: [undone, ...aMonth().done(3).built.measures] }).built;
    expect(month(given)).toMatchObject({ completion: '30.00', deduction: '0.00', total: '35.00' });
  });

  it('is on time at the last millisecond and late at the due time itself', () => {
    const due = '2022-05-20T16:00:00.000Z';
    const handedInAt = (metAt: string): string | undefined =>
      month(aMonth({ obligations: [{ id: 'o1', kind: 'monthly-report', dueAt: due, metAt }] }).built)['timeliness'];
    expect(handedInAt('2022-05-20T15:59:59.999Z')).toBe('5.00');
    expect(handedInAt(due)).toBe('4.00');
  });

  it('counts an adopted item that nobody marked as of high quality', () => {
    expect(month(aMonth().informed(3, { highQuality: false, adopted: true }).built)).toMatchObject({
      information: '2.00',
    });
  });

  it('scores the material as annex 3 prints it where that is ruled (Q2)', () => {
    const annex3 = { materials: 'annex-3' } as const;
    expect(month(aMonth().onTime(1).informed(4, BOTH).ruled(annex3).built)).toMatchObject({
      timeliness: '2.50',
      information: '2.50',
    });
    expect(month(aMonth().late(2).informed(2, HIGH).ruled(annex3).built)).toMatchObject({
      timeliness: '0.50',
      information: '2.00',
    });
    expect(month(aMonth().late(3).ruled(annex3).built)).toMatchObject({ timeliness: '0.00' });
  });

  it('keeps adjustments under another cap where that is ruled (Q15), 0 and half points included', () => {
    const capped = (adjustmentCap: string): string | undefined =>
      month(aMonth().approved(4).ruled({ adjustmentCap }).built)['adjustment'];
    expect(['0', '2.5', '3', '20'].map(capped)).toEqual(['0.00', '2.50', '3.00', '4.00']);
  });

  it('takes the month by another factor where that is ruled (Q1)', () => {
    const score = (monthlyFactor: string): string | undefined =>
      month(aMonth().done(6).notDone(1).ruled({ monthlyFactor }).built)['score'];
    expect(['0', '0.7', '0.75', '1', '1.000'].map(score)).toEqual(['0.00', '27.50', '29.46', '39.29', '39.29']);
  });

  it('takes the year by other factors where those are ruled (Q1)', () => {
    expect(year(aYear('65', 9, 0, { monthlyFactor: '0.8', annualFactor: '0.5' })).total).toBe('26.00');
    expect(year(aYear('65', 9, 0, { monthlyFactor: '0.8', annualReading: 'single' })).total).toBe('52.00');
  });

  it('averages fractions that no common denominator of plain numbers could hold', () => {
    const raw = ['41/3', '4111/61', '4001/59', '3001/53', '2999/47', '2003/43', '1999/41', '1801/37', '1201/31'];
    const months = raw.map((rawTotal, index) => ({ month: `2022-${String(index + 4).padStart(2, '0')}`, rawTotal }));
    const given: YearCase = { ...aYear('0', 0, 0), months };
    // Their sum is 24586039078989725/54386681341647, reckoned elsewhere.
    expect(year(given).taskPart).toBe('24.61');
  });

  it('scores by another regulation with other months, points, shares and readings: all of that is data', () => {
    const invested = { regulation: 'investment-2022', month: '2022-03' };
    const given = aMonth({
      ...aMonth().done(1).failed(1).late(1).informed(3, BOTH).approved(2).built,
      ...invested,
    }).built;
    expect(month(given)).toEqual({
      completion: '30.00',
      deduction: '-30.00',
      timeliness: '4.50',
      information: '4.00',
      adjustment: '4.00',
      total: '12.50',
      score: '12.50',
    });
    expect(year({ ...aYear('50', 9, 9), regulation: 'investment-2022', innovations: [] })).toMatchObject({
      taskPart: '36.00',
    });
  });
});
