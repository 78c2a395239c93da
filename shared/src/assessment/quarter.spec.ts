import {
  correctedSince,
  countyQuarters,
  decideQuarter,
  inTurn,
  monthsToCome,
  movedRows,
  quarterName,
  quarterRows,
  quartersOf,
  quarterTitle,
  quarterWords,
  withoutMean,
  type QuarterRow,
  type ToldScore,
} from '.';
import { parseFraction } from '../kernel';
import { monthsOf, regulationOf } from '../scoring';

const CYCLE = monthsOf(regulationOf('heihe-2022')!.cycle);
const SECOND = quartersOf(CYCLE)[0]!;

/** What was told of a month; exactly where the two places are not all of it. */
const told = (unitName: string, period: string, score: string, exact = score): ToldScore => ({
  unitId: unitName,
  unitName,
  period,
  told: { number: 1, isCorrected: false, score, exact: parseFraction(exact)! },
});
const APRIL_MAY = [told('爱辉区', '2022-04', '36.40'), told('爱辉区', '2022-05', '36.05', '721/20')];
const WHOLE = [...APRIL_MAY, told('爱辉区', '2022-06', '37.10')];
const JULY = '2022-07';

/** What is decided of the second quarter in July. */
const decided = (rows: readonly QuarterRow[], before: { number: number; rows: readonly QuarterRow[] } | null) =>
  decideQuarter({ rows, toCome: monthsToCome(SECOND, rows, JULY), told: before });

describe('the counties’ quarter (art. 12, Q20)', () => {
  it('is April to June, July to September, October to December of 2022: no quarter lies half in the cycle', () => {
    expect(quartersOf(CYCLE).map(({ quarter, periods }) => [quarterName(quarter), periods[0], periods[2]])).toEqual([
      ['二季度', '2022-04', '2022-06'],
      ['三季度', '2022-07', '2022-09'],
      ['四季度', '2022-10', '2022-12'],
    ]);
    expect(quartersOf(CYCLE.slice(1)).map(({ quarter }) => quarter)).toEqual([3, 4]);
  });

  it('is told after the quarters before it that can be told', () => {
    const scores = CYCLE.slice(0, 6).map((period) => told('爱辉区', period, '36.40'));
    const standing = (before: { number: number; rows: readonly QuarterRow[] } | null) =>
      quartersOf(CYCLE).map((quarter, index) => {
        const rows = quarterRows(quarter, scores);
        return { ...quarter, rows, toCome: monthsToCome(quarter, rows, '2022-10'), told: index === 0 ? before : null };
      });
    const [, third] = inTurn(standing(null));
    expect(decideQuarter(third!)).toMatchObject({
      refusals: [{ code: 'assessment.quarter-before', facts: { quarter: '二季度' } }],
    });
    const [, after] = inTurn(standing({ number: 1, rows: quarterRows(SECOND, scores) }));
    expect(decideQuarter(after!)).toEqual({ ok: true, value: 1 });
  });

  it('has the mean of its months, rounded once from what is exact', () => {
    expect(quarterRows(SECOND, WHOLE)).toMatchObject([{ unitName: '爱辉区', mean: '36.52' }]);
    const thirds = ['2022-04', '2022-05', '2022-06'].map((period) => told('孙吴县', period, '13.33', '40/3'));
    expect(quarterRows(SECOND, [...thirds.slice(1), told('孙吴县', '2022-04', '40.02', '40.015')])[0]!.mean).toBe(
      '22.23',
    );
    expect(quarterWords(SECOND, quarterRows(SECOND, WHOLE)[0]!)).toBe('4月36.40，5月36.05，6月37.10，季平均36.52。');
  });

  it('keeps the order in which the counties stand, whatever their points, and takes no other month', () => {
    const rows = quarterRows(SECOND, [
      told('逊克县', '2022-04', '1.00'),
      told('爱辉区', '2022-04', '49.00'),
      told('爱辉区', '2022-07', '49.00'),
    ]);
    expect(rows.map(({ unitName, months }) => [unitName, months.length])).toEqual([
      ['逊克县', 1],
      ['爱辉区', 1],
    ]);
  });

  it('is told only once every month was, and says which is still to come', () => {
    const rows = quarterRows(SECOND, [...APRIL_MAY, { ...WHOLE[2]!, told: null }]);
    expect(rows[0]!.mean).toBeNull();
    expect(monthsToCome(SECOND, quarterRows(SECOND, APRIL_MAY), '2022-05')).toEqual(['2022-06']);
    expect(decided(rows, null)).toMatchObject({
      ok: false,
      refusals: [{ code: 'assessment.quarter-to-come', facts: { month: '6月' } }],
    });
    expect(decided([], null)).toMatchObject({ ok: false });
  });

  it('is told once, and anew only after a month was corrected, under the next number', () => {
    const rows = quarterRows(SECOND, WHOLE);
    expect(decided(rows, null)).toEqual({ ok: true, value: 1 });
    const first = { number: 1, rows };
    expect(decided(rows, first)).toMatchObject({ refusals: [{ code: 'assessment.quarter-told' }] });
    const corrected = quarterRows(SECOND, [...APRIL_MAY, told('爱辉区', '2022-06', '36.00')]);
    expect(decided(corrected, first)).toEqual({ ok: true, value: 2 });
  });

  it('has no mean where a month has no score, and names the month', () => {
    const [joined] = quarterRows(SECOND, [told('逊克县', '2022-06', '30.00')]);
    expect(joined!.mean).toBeNull();
    expect(withoutMean(SECOND, joined!)).toBe('4月、5月没有得分，不算季平均');
    expect(quarterWords(SECOND, joined!)).toBe('6月30.00。4月、5月没有得分，不算季平均。');
    expect(decided([...quarterRows(SECOND, WHOLE), joined!], null)).toEqual({ ok: true, value: 1 });
  });

  it('does not wait for a past month in which nobody owed anything, but for one that may still be owed', () => {
    const rows = quarterRows(SECOND, WHOLE.slice(1));
    expect(monthsToCome(SECOND, rows, JULY)).toEqual([]);
    expect(decided(rows, null)).toEqual({ ok: true, value: 1 });
    expect(monthsToCome(SECOND, quarterRows(SECOND, APRIL_MAY), '2022-06')).toEqual(['2022-06']);
  });

  it('is not told anew because a county was renamed or moved in the order', () => {
    const other = WHOLE.map((score) => ({ ...score, unitId: 'u2', unitName: '逊克县' }));
    const first = { number: 1, rows: quarterRows(SECOND, [...WHOLE, ...other]) };
    const renamed = other.map((score) => ({ ...score, unitName: '新逊克县' }));
    const rows = quarterRows(SECOND, [...renamed, ...WHOLE]);
    expect(decided(rows, first)).toMatchObject({ refusals: [{ code: 'assessment.quarter-told' }] });
  });

  it('is told to a county with its numbers in the first line, and with its year once that is over', () => {
    const [row] = quarterRows(SECOND, WHOLE);
    const title = (isAnew: boolean, currentYear: number): string =>
      quarterTitle({ year: 2022, quarter: 2 }, row!, { isAnew, currentYear });
    expect(title(false, 2022)).toBe('二季度成绩通报了：季平均36.52（36.40、36.05、37.10）');
    expect(title(true, 2023)).toBe('2022年二季度成绩更正了：季平均36.52（36.40、36.05、37.10）');
    expect(
      quarterTitle({ year: 2022, quarter: 2 }, { ...row!, mean: null }, { isAnew: false, currentYear: 2022 }),
    ).toBe('二季度成绩通报了：没有季平均（36.40、36.05、37.10）');
  });

  it('is a county’s own, of what was told and nothing else', () => {
    const by = { byUnit: '牵头单位', byName: '甲', at: '2022-07-08T02:00:00.000Z' };
    const rows = quarterRows(SECOND, [...WHOLE, told('逊克县', '2022-04', '1.00')]);
    const quarters = [
      { ...SECOND, told: { number: 2, rows, ...by } },
      { ...quartersOf(CYCLE)[1]!, told: null },
    ];
    expect(countyQuarters(quarters, '逊克县')).toEqual([{ ...SECOND, number: 2, ...by, row: rows[1] }]);
    expect(countyQuarters(quarters, '孙吴县')).toEqual([]);
  });

  it('says which of its months were corrected after it was told', () => {
    const rows = quarterRows(SECOND, WHOLE);
    const live = rows.map((row) => ({
      ...row,
      months: row.months.map((month) => (month.period === '2022-05' ? { ...month, number: 2 } : month)),
    }));
    expect(correctedSince(live, { rows })).toEqual(['2022-05']);
    expect([correctedSince(rows, { rows }), correctedSince([], { rows })]).toEqual([[], []]);
  });

  it('moved for the counties alone whose scores did', () => {
    const other = WHOLE.map((score) => ({ ...score, unitId: 'u2', unitName: '逊克县' }));
    const first = { number: 1, rows: quarterRows(SECOND, [...WHOLE, ...other]) };
    const rows = quarterRows(SECOND, [...APRIL_MAY, told('爱辉区', '2022-06', '36.00'), ...other]);
    expect(movedRows(rows, first).map(({ unitName }) => unitName)).toEqual(['爱辉区']);
    expect(movedRows(rows, null)).toEqual(rows);
  });
});
