import fc from 'fast-check';
import { aMonth } from '../samples';
import {
  regulationOf,
  scoreYear,
  totalOf,
  scoreMonth,
  type MonthCase,
  type RulingOverrides,
  type ScoreInnovation,
} from '../scoring';
import { replay, type Replay, type ReplayedUnit, type ReplayRequest } from '.';

const HEIHE = regulationOf('heihe-2022')!;
const Q1: ReplayRequest = { regulation: HEIHE, name: 'annualReading', inForce: {}, others: [], published: [] };

function innovations(count: number): readonly ScoreInnovation[] {
  return Array.from({ length: count }, (_, index) => ({ id: `x${String(index)}`, kind: 2, approved: true }));
}

/** A unit whose every month has that raw total: points up to 20 come from adjustments, the rest from measures. */
function unit(unitName: string, tenths: number, innovated: number, months: readonly string[] = CYCLE): ReplayedUnit {
  return {
    unitId: unitName,
    unitName,
    months: months.map((month) => ({ ...rawOf(tenths), month, unit: unitName })),
    innovations: innovations(innovated),
  };
}

const CYCLE = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2022-${month}`);

/** Completion 40, timeliness 5, and adjustments for the rest: whole points from 45 to 65. */
function rawOf(points: number): MonthCase {
  return aMonth()
    .done(1)
    .onTime(1)
    .approved(points - 45).built;
}

function under(result: Replay): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(result.rows.map(({ unitName, totals }) => [unitName, totals]));
}

describe('the sandbox (口径沙盘) on Q1', () => {
  const both = [unit('甲县', 65, 1), unit('乙县', 55, 2)];

  it('gives the hand-reckoned table: literal, once, headings', () => {
    const result = replay(both, Q1);
    expect(result.readings.map(({ name, most, isNow }) => [name, most, isNow])).toEqual([
      ['字面', '64.30', true],
      ['只乘一次', '79.00', false],
      ['标题口径', '100.00', false],
    ]);
    expect(under(result)).toEqual({ 甲县: ['36.85', '50.50', '70.00'], 乙县: ['36.95', '48.50', '65.00'] });
    expect(result.rows).toMatchObject([
      { average: '65.00', innovation: '5.00', isMoved: true },
      { average: '55.00', innovation: '10.00', isMoved: true },
    ]);
  });

  it('says which two change places, by how much under each reading, and what an innovation weighs', () => {
    expect(replay(both, Q1).moves).toEqual([
      {
        head: '甲县和乙县先后对调。',
        text: '字面下乙县高0.10分；只乘一次下甲县高2.00分；标题口径下甲县高5.00分。',
      },
      {
        head: '1项创新的分量不同。',
        text: '字面下相当于月均10.20分；只乘一次下相当于月均7.14分；标题口径下相当于月均5.00分。',
      },
    ]);
  });

  it('leaves the months alone, and published ones in any case', () => {
    const result = replay([...both, unit('丙县', 45, 0)], { ...Q1, published: ['2022-04', '2021-12'] });
    expect(result.stays).toEqual(['4月已通报的月度成绩一个都不改。', '月度得分都不变。', '其余2对先后不变。']);
    expect(replay([both[0]!], Q1).stays).toEqual(['月度得分都不变。']);
  });

  it('keeps the official order, whoever is ahead', () => {
    expect(replay([...both].reverse(), Q1).rows.map(({ unitName }) => unitName)).toEqual(['乙县', '甲县']);
  });

  it('reckons from the months there are as if the others went like them, and names units without any', () => {
    const result = replay([unit('甲县', 65, 1, ['2022-04', '2022-05']), unit('丁县', 45, 0, [])], Q1);
    expect(result).toMatchObject({ months: ['2022-04', '2022-05'], left: ['丁县'] });
    expect(under(result)).toEqual({ 甲县: ['36.85', '50.50', '70.00'] });
  });

  it('has nothing to say of a group without scores', () => {
    expect(replay([], Q1)).toMatchObject({ rows: [], months: [], stays: ['月度得分都不变。'] });
  });

  it('shows what holds now, once it is ruled', () => {
    const { readings } = replay(both, { ...Q1, inForce: { annualReading: 'single' } });
    expect(readings.map(({ isNow }) => isNow)).toEqual([false, true, false]);
  });
});

describe('the sandbox on a year whose monthly factor was ruled anew in the middle (Q1)', () => {
  const now: ReplayRequest = { ...Q1, inForce: { monthlyFactor: '1' } };
  /** April and May as they were published, at 70%; the months after them at what was ruled since. */
  const mixed = (months: readonly string[]): ReplayedUnit => {
    const { months: cases, ...rest } = unit('甲县', 65, 0, months);
    const ruled = cases.map((each) => ({ ...each, rulings: each.month < '2022-06' ? {} : { monthlyFactor: '1' } }));
    return { ...rest, months: ruled };
  };

  it('takes each scored month by the factor that it was scored with, as the year’s result does', () => {
    // (65 × 0.7 × 2 + 65 × 7) / 9, times 0.7 where the year's factor is taken as well; and 65.
    expect(under(replay([mixed(CYCLE)], now))).toEqual({ 甲县: ['42.47', '60.67', '65.00'] });
  });

  it('takes the months that are still to come by the factor that holds now', () => {
    expect(under(replay([mixed(['2022-04', '2022-05'])], now))).toEqual({ 甲县: ['42.47', '60.67', '65.00'] });
  });

  it('asks of the factor itself as if it had held from the beginning', () => {
    const inForce = { monthlyFactor: '1', annualReading: 'single' };
    const result = replay([mixed(CYCLE)], { ...now, name: 'monthlyFactor', inForce, others: ['0.7'] });
    const totals = Object.fromEntries(
      result.readings.map(({ value }, index) => [value, result.rows[0]!.totals[index]]),
    );
    expect(totals).toMatchObject({ '0.7': '45.50', '1': '65.00' });
  });
});

describe('the sandbox on a question that was ruled anew in the middle of the year', () => {
  /** A year of one county, each month scored as it was ruled by then. */
  const ruledAnew = (points: number, rulings: (month: string) => RulingOverrides): ReplayedUnit => {
    const { months, ...rest } = unit('北安市', points, 0);
    return { ...rest, months: months.map((each) => ({ ...each, rulings: rulings(each.month) })) };
  };
  const factors = ruledAnew(48, (month) => (month < '2022-10' ? {} : { monthlyFactor: '0.8' }));

  it('counts only months whose score would differ from the one that it stands at', () => {
    const asked: ReplayRequest = { ...Q1, name: 'monthlyFactor', inForce: { monthlyFactor: '0.8' } };
    const { moves } = replay([factors], asked);
    expect(moves.filter(({ head }) => head.includes('月度得分'))).toEqual([
      // April to September stand at 48 × 0.7 = 33.60 and would be 38.40 by 80%; October to December the other way.
      { head: '假如从头都按“乘70%”，3个月度得分会变。', text: '变得最多的是北安市10月，减4.80分。' },
      { head: '假如从头都按“不乘”，9个月度得分会变。', text: '变得最多的是北安市4月，加14.40分。' },
      { head: '假如从头都按“乘80%”，6个月度得分会变。', text: '变得最多的是北安市4月，加4.80分。' },
    ]);
  });

  it('counts no month of another reading of the material that stands by it already (Q2)', () => {
    const units = [
      ruledAnew(50, (month) => (month === '2022-06' || month === '2022-07' ? { materials: 'annex-3' } : {})),
    ];
    const { moves, rows } = replay(units, { ...Q1, name: 'materials', inForce: { materials: 'annex-2' } });
    expect(moves.map(({ head }) => head)).toContain('假如从头都按“附件3”，7个月度得分会变。');
    expect(moves.map(({ head }) => head)).toContain('假如从头都按“附件2”，2个月度得分会变。');
    // 7 × 50 and 2 × 47.5, as the months stand.
    expect(rows[0]!.average).toBe('49.44');
  });

  it('measures also against a number that is no column of the table', () => {
    const capped = ruledAnew(65, () => ({ adjustmentCap: '15' }));
    const { moves } = replay([capped], { ...Q1, name: 'adjustmentCap' });
    expect(moves).toContainEqual({
      head: '假如从头都按“20分”，9个月度得分会变。',
      text: '变得最多的是北安市4月，加3.50分。',
    });
  });

  it('reckons what can be reached, and what an innovation weighs, from the same months as the rows (Q1)', () => {
    const { readings, moves } = replay([factors], { ...Q1, inForce: { monthlyFactor: '0.8' } });
    // (6 × 49 + 3 × 56) / 9 = 51.33 once, × 0.7 = 35.93 twice, and 30 beside.
    expect(readings.map(({ most }) => most)).toEqual(['65.93', '81.33', '100.00']);
    // 5 / 0.7333, and 5 / (0.7333 × 0.7).
    expect(moves.at(-1)!.text).toBe('字面下相当于月均9.74分；只乘一次下相当于月均6.82分；标题口径下相当于月均5.00分。');
  });

  it('takes for what can be reached each month by the material that it was scored by', () => {
    const units = [
      ruledAnew(50, (month) => ({
        ...(month === '2022-06' || month === '2022-07' ? { materials: 'annex-3' } : {}),
        ...(month < '2022-10' ? {} : { monthlyFactor: '0.8' }),
      })),
    ];
    // (4 × 49 + 2 × 45.5 + 3 × 56) / 9 = 50.56 once, × 0.7 = 35.39 twice; (7 × 70 + 2 × 65) / 9 = 68.89.
    const { readings } = replay(units, { ...Q1, inForce: { monthlyFactor: '0.8', materials: 'annex-2' } });
    expect(readings.map(({ most }) => most)).toEqual(['65.39', '80.56', '98.89']);
  });
});

describe('the sandbox on the other questions', () => {
  it('moves months where the material is scored by the sheet (Q2), and names the most moved', () => {
    const informed = { ...rawOf(45), month: '2022-05' };
    const busy = aMonth({ ...informed }).informed(3, { highQuality: true, adopted: false }).built;
    const units = [
      { unitId: 'a', unitName: '甲县', months: [busy], innovations: [] },
      { unitId: 'b', unitName: '乙县', months: [informed], innovations: [] },
    ];
    const result = replay(units, { ...Q1, name: 'materials', published: ['2022-05'] });
    expect(result.moves).toContainEqual({
      head: '假如从头都按“附件3”，2个月度得分会变。',
      text: '变得最多的是甲县5月，减2.10分。',
    });
    expect(result.stays[0]).toBe('5月已通报的月度成绩一个都不改。表里和上面的变化，都是假设从头都这样算。');
    // A month reaches 40 + 5 + 5 + 20 by 附件2, and 40 + 2.5 + 2.5 + 20 by 附件3, each × 0.7 × 0.7, and 30 beside.
    expect(result.readings.map(({ name, most }) => [name, most])).toEqual([
      ['附件2', '64.30'],
      ['附件3', '61.85'],
    ]);
  });

  it('turns an empty month over (Q10), and sees that two then are level', () => {
    const empty = { ...aMonth().onTime(1).built };
    const half = { ...aMonth().notDone(1).onTime(1).built };
    const units = [
      { unitId: 'a', unitName: '甲县', months: [empty], innovations: [] },
      { unitId: 'b', unitName: '乙县', months: [half], innovations: [] },
    ];
    expect(replay(units, { ...Q1, name: 'emptyLedger' }).moves[0]).toEqual({
      head: '甲县和乙县先后有变。',
      text: '得满分下甲县高19.60分；得0分下两家一样。',
    });
  });

  it('compares any number beside the register’s readings (Q15), and keeps what a month’s own case was ruled by', () => {
    const months = [{ ...rawOf(65), rulings: { materials: 'annex-3' } }];
    const result = replay([{ unitId: 'a', unitName: '甲县', months, innovations: [] }], {
      ...Q1,
      name: 'adjustmentCap',
      others: ['10'],
    });
    expect(result.readings.map(({ name }) => name)).toEqual(['20分', '10分']);
    expect(result.rows[0]).toMatchObject({ average: '62.50', totals: ['30.63', '25.73'] });
  });

  it('says so where the months count nothing against an innovation', () => {
    const { moves } = replay([unit('甲县', 65, 1)], { ...Q1, name: 'annualFactor', others: ['0'] });
    expect(moves).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('乘0%下月度不算分') as string }),
    );
  });
});

describe('the sandbox and the engine', () => {
  it('always say the same of the reading that holds', () => {
    const county = fc.record({ points: fc.integer({ min: 45, max: 65 }), innovated: fc.integer({ min: 0, max: 8 }) });
    fc.assert(
      fc.property(fc.array(county, { minLength: 1, maxLength: 6 }), (counties) => {
        const units = counties.map(({ points, innovated }, index) => unit(`县${String(index)}`, points, innovated));
        const result = replay(units, Q1);
        units.forEach(({ months, innovations: own, unitName }, index) => {
          const raw = months.map((month) => ({ month: month.month, rawTotal: totalOf(scoreMonth(month).trace) }));
          const rulings = { annualReading: 'literal' };
          const { total } = scoreYear({
            kind: 'year',
            regulation: HEIHE.id,
            unit: unitName,
            months: raw,
            innovations: own,
            rulings,
          });
          expect(result.rows[index]?.totals[0]).toBe(total);
        });
        const moved = result.moves.filter(({ head }) => head.includes('先后')).length;
        expect(moved).toBeLessThanOrEqual((units.length * (units.length - 1)) / 2);
      }),
      { numRuns: 40 },
    );
  });
});
