import fc from 'fast-check';
import { scoreMonth, scoreYear, tellTrace, type MonthCase, type RuleName, type YearCase } from '../scoring';
import { ruledBy, rulingSentence, type SpokenRuling } from '.';

const MATERIALS: SpokenRuling = {
  number: 1,
  name: 'materials',
  value: 'annex-3',
  text: '材料按附件3打分',
  fromPeriod: '2022-06',
  keptPeriods: [],
  byUnit: '市营商环境局',
  checkedAt: '2022-06-27T02:00:00.000Z',
};
const SINGLE: SpokenRuling = {
  ...MATERIALS,
  number: 2,
  name: 'annualReading',
  value: 'single',
  text: '月度已经乘过，年度只取平均。',
  fromPeriod: '2022-04',
  checkedAt: '2023-01-31T02:00:00.000Z',
};
const JUNE: MonthCase = {
  kind: 'month',
  regulation: 'heihe-2022',
  month: '2022-06',
  unit: 'u6',
  measures: [],
  obligations: [],
  information: [],
  adjustments: [],
  rulings: { materials: 'annex-3' },
};
const YEAR: YearCase = {
  kind: 'year',
  regulation: 'heihe-2022',
  unit: 'u6',
  months: [],
  innovations: [],
  rulings: { annualReading: 'single', materials: 'annex-3' },
};
const LATER = '2023-02-01T00:00:00.000Z';

function rulingsTold(month: MonthCase, register: readonly SpokenRuling[], rule: RuleName, at = LATER) {
  const { trace, weighting } = scoreMonth(month);
  const node = [...trace, weighting].find((each) => each.rule === rule)!;
  return tellTrace(node, { ruled: ruledBy(register, month, at) }).rulings;
}

describe('the ruling that decided a number (附则)', () => {
  it('is named in its trace with who ruled it when, its number, from which month, and in their words', () => {
    expect(rulingSentence(SINGLE)).toBe(
      '市营商环境局2023年1月31日定（第2号，从2022年4月起）：月度已经乘过，年度只取平均。',
    );
    const told = '市营商环境局2022年6月27日定（第1号，从2022年6月起）：材料按附件3打分。';
    expect(rulingsTold(JUNE, [MATERIALS, SINGLE], 'timeliness')).toEqual([told]);
    expect(rulingsTold(JUNE, [MATERIALS, SINGLE], 'information')).toEqual([told]);
    expect(rulingsTold(JUNE, [MATERIALS, SINGLE], 'adjustment')).toEqual(['没有专门解释']);
    const [node] = scoreYear(YEAR).trace;
    expect(tellTrace(node!, { ruled: ruledBy([MATERIALS, SINGLE], YEAR, LATER) }).rulings).toEqual([
      rulingSentence(SINGLE),
    ]);
  });

  it('is named also where it ruled what the text says by itself, and where a month has no measures', () => {
    const full: SpokenRuling = { ...MATERIALS, name: 'emptyLedger', value: 'full', text: '没有安排的月份不扣分。' };
    const ruled = { ...JUNE, rulings: { emptyLedger: 'full' as const } };
    expect(rulingsTold(ruled, [full], 'completion')).toEqual([rulingSentence(full)]);
    const busy = { ...ruled, measures: [{ id: 'm1', done: true, failedSpotCheck: false }] };
    expect(rulingsTold(busy, [full], 'completion')).toEqual(['没有专门解释']);
  });

  it('leaves a switch that nobody ruled on to the text, and says so', () => {
    const [node] = scoreYear({ ...YEAR, rulings: {} }).trace;
    expect(tellTrace(node!).rulings).toEqual(['按口径算：月度、年度各乘一次（字面）。']);
    expect(rulingsTold(JUNE, [], 'timeliness')).toEqual(['按口径算：材料按附件3：按时报送2.5分，信息2.5分。']);
  });

  it('is in a year only that of the reading and of the factors that the reading takes', () => {
    const factor: SpokenRuling = { ...SINGLE, number: 3, name: 'monthlyFactor', value: '0.7', text: '乘七成。' };
    const annual: SpokenRuling = { ...factor, number: 4, name: 'annualFactor', text: '再乘七成。' };
    const year = { ...YEAR, rulings: { annualReading: 'single', monthlyFactor: '0.7', annualFactor: '0.7' } };
    const register = [SINGLE, factor, annual];
    expect(Object.keys(ruledBy(register, year, LATER))).toEqual(['annualReading', 'monthlyFactor']);
    const months = [{ month: '2022-04', rawTotal: '40', factor: '1' }];
    expect(Object.keys(ruledBy(register, { ...year, months }, LATER))).toEqual(['annualReading']);
    const followed = [...months, { month: '2022-05', rawTotal: '40', factor: '0.7' }];
    expect(ruledBy(register, { ...year, months: followed }, LATER).monthlyFactor).toBe(rulingSentence(factor));
    const [node] = scoreYear({ ...year, months: followed }).trace;
    expect(tellTrace(node!).reckoned[1]).toBe('各月按通报时的口径折算，4月不折算，5月乘70%，合计68.00分。');
  });

  it('stays the one that a number was published with, whatever is ruled later', () => {
    const anew = { ...MATERIALS, number: 5, text: '改了说法。', checkedAt: '2022-08-01T00:00:00.000Z' };
    const published = '2022-07-09T00:00:00.000Z';
    expect(rulingsTold(JUNE, [MATERIALS, anew], 'timeliness', published)).toEqual([rulingSentence(MATERIALS)]);
    const arbitrary = fc.record({
      number: fc.integer({ min: 2, max: 99 }),
      name: fc.constantFrom('materials' as const, 'adjustmentCap' as const, 'monthlyFactor' as const),
      value: fc.constantFrom('annex-2', 'annex-3', '0.7', '20'),
      fromPeriod: fc.constantFrom('2022-04', '2022-06', '2022-07'),
      keptPeriods: fc.subarray(['2022-04', '2022-05', '2022-06']),
      checkedAt: fc.constantFrom('2022-07-09T00:00:00.001Z', '2022-12-31T00:00:00.000Z'),
    });
    fc.assert(
      fc.property(fc.array(arbitrary), (more) => {
        const register = [MATERIALS, ...more.map((each) => ({ ...MATERIALS, ...each }))];
        expect(ruledBy(register, JUNE, published)).toEqual({ materials: rulingSentence(MATERIALS) });
      }),
    );
  });

  it('never names a ruling of another value than the case has, nor one that does not reach the month', () => {
    expect(rulingsTold({ ...JUNE, rulings: {} }, [MATERIALS], 'timeliness')).toEqual(['没有专门解释']);
    const kept = { ...MATERIALS, keptPeriods: ['2022-06'] };
    expect(rulingsTold(JUNE, [kept], 'timeliness')).not.toContain(rulingSentence(kept));
  });
});
