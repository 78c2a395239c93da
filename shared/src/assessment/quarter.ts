import {
  allow,
  canonicalJson,
  formatPeriod,
  fraction,
  refuse,
  roundHalfUp,
  sumOf,
  times,
  type Fraction,
  type Instant,
  type Outcome,
  type Period,
} from '../kernel';

const MONTHS = 3;
const NAMES = ['一季度', '二季度', '三季度', '四季度'] as const;

/** A quarter that lies whole in the cycle (第十二条, Q20): of 2022 the second is the first. */
export interface Quarter {
  /** 1 to 4. */
  readonly quarter: number;
  readonly periods: readonly Period[];
}

/** `二季度`. */
export function quarterName(quarter: number): string {
  return NAMES[quarter - 1] ?? '';
}

/** The whole quarters among the months of a cycle, in their order. */
export function quartersOf(periods: readonly Period[]): readonly Quarter[] {
  return NAMES.map((_, index) => ({
    quarter: index + 1,
    periods: periods.filter((period) => Math.ceil(Number(period.slice(5)) / MONTHS) === index + 1),
  })).filter((each) => each.periods.length === MONTHS);
}

/** One month of one county as it stands: what was told of it, null while it was not. */
export interface ToldScore {
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly told: {
    readonly number: number;
    readonly isCorrected: boolean;
    /** Two places, and exactly. */
    readonly score: string;
    readonly exact: Fraction;
  } | null;
}

/** A month in a county's quarter. */
export interface QuarterMonth {
  readonly period: Period;
  readonly score: string | null;
  /** The score's number of its month, so that a correction is seen. */
  readonly number: number | null;
  readonly isCorrected: boolean;
}

/** A county's quarter: its months, and their mean once all of them were told, rounded once from the exact scores. */
export interface QuarterRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly months: readonly QuarterMonth[];
  readonly mean: string | null;
}

/** The counties of a quarter in the order in which their scores stand, which is the official one. */
export function quarterRows(quarter: Quarter, scores: readonly ToldScore[]): readonly QuarterRow[] {
  const byUnit = new Map<string, ToldScore[]>();
  for (const score of scores.filter(({ period }) => quarter.periods.includes(period))) {
    const known = byUnit.get(score.unitId);
    if (known === undefined) byUnit.set(score.unitId, [score]);
    else known.push(score);
  }
  return [...byUnit.values()].map((months) => rowOf(quarter, months));
}

function rowOf({ periods }: Quarter, scores: readonly ToldScore[]): QuarterRow {
  const exact = scores.flatMap(({ told }) => told?.exact ?? []);
  const isWhole = exact.length === periods.length;
  return {
    unitId: scores[0]?.unitId ?? '',
    unitName: scores[0]?.unitName ?? '',
    months: scores.map(({ period, told }) => ({
      period,
      score: told?.score ?? null,
      number: told?.number ?? null,
      isCorrected: told?.isCorrected ?? false,
    })),
    mean: isWhole ? roundHalfUp(times(sumOf(exact), fraction(1, exact.length))) : null,
  };
}

/** The months of a quarter in which a county has no score; with any of them it has no mean. */
function monthsWithoutScore(
  { periods }: Pick<Quarter, 'periods'>,
  { months }: Pick<QuarterRow, 'months'>,
): readonly Period[] {
  return periods.filter((period) => !months.some((month) => month.period === period && month.score !== null));
}

/**
 * The months of a quarter that were not told yet, for all counties: nothing is told of it before. A month that is over
 * and in which nobody owed anything will never be told, and is not waited for.
 */
export function monthsToCome({ periods }: Quarter, rows: readonly QuarterRow[], current: Period): readonly Period[] {
  return periods.filter((period) => {
    const months = rows.flatMap((row) => row.months.filter((month) => month.period === period));
    if (months.length > 0) return months.some(({ score }) => score === null);
    return rows.length === 0 || period >= current;
  });
}

/** A quarter as it was told: it stays readable as it was. */
export interface ToldQuarter {
  /** The first is 1; after a month was corrected it can be told anew. */
  readonly number: number;
  readonly rows: readonly QuarterRow[];
  readonly byUnit: string;
  readonly byName: string;
  readonly at: Instant;
}

/** A county's own quarter as it was told last. */
export interface CountyQuarter extends Quarter, Omit<ToldQuarter, 'rows'> {
  readonly row: QuarterRow;
}

/** What one county was told of its quarters, and of no other county's. */
export function countyQuarters(
  quarters: readonly (Quarter & { readonly told: ToldQuarter | null })[],
  unitId: string,
): readonly CountyQuarter[] {
  return quarters.flatMap(({ quarter, periods, told }) => {
    const row = told?.rows.find((each) => each.unitId === unitId);
    if (told === null || row === undefined) return [];
    const { number, byUnit, byName, at } = told;
    return [{ quarter, periods, number, byUnit, byName, at, row }];
  });
}

/** How far a quarter is. */
export interface QuarterStanding {
  /** As they stand now. */
  readonly rows: readonly QuarterRow[];
  /** The months that are waited for. */
  readonly toCome: readonly Period[];
  /** What was told last; null while nothing was. */
  readonly told: Pick<ToldQuarter, 'number' | 'rows'> | null;
  /** The earlier quarter of the year that can be told and was not; left out where there is none. */
  readonly waitsFor?: number;
}

/** The counties whose scores are not as they were told last; all of them while nothing was told. */
export function movedRows(rows: readonly QuarterRow[], told: Pick<ToldQuarter, 'rows'> | null): readonly QuarterRow[] {
  const before = new Map(told?.rows.map((row) => [row.unitId, scoresIn(row)]));
  return rows.filter((row) => before.get(row.unitId) !== scoresIn(row));
}

/** What counts of a row: a county that is renamed or stands elsewhere in the order has the scores it had. */
function scoresIn({ months, mean }: QuarterRow): string {
  return canonicalJson({ months, mean });
}

/** The quarters of a year, in order, each with the earlier one that is to be told before it. */
export function inTurn<T extends Quarter & QuarterStanding>(quarters: readonly T[]): readonly T[] {
  return quarters.map((quarter, index) => {
    const first = quarters.slice(0, index).find((each) => each.told === null && decideQuarter(each).ok);
    return first === undefined || quarter.told !== null ? quarter : { ...quarter, waitsFor: first.quarter };
  });
}

/** The number under which a quarter is told now (第十二条), or why it is not: a month is still to come, an earlier quarter was not told, or nothing moved. */
export function decideQuarter({ rows, toCome, told, waitsFor }: QuarterStanding): Outcome<number> {
  if (waitsFor !== undefined) return refuse('assessment.quarter-before', { quarter: quarterName(waitsFor) });
  if (toCome.length > 0) return refuse('assessment.quarter-to-come', { month: monthNames(toCome) });
  if (movedRows(rows, told).length === 0) return refuse('assessment.quarter-told');
  return allow((told?.number ?? 0) + 1);
}

/** One telling of a quarter: `第1次通报`. */
export type Telling = Pick<ToldQuarter, 'number' | 'byName' | 'at'>;

/** The months of a telling that were corrected since: what was told stays, and says so. */
export function correctedSince(
  rows: readonly QuarterRow[],
  { rows: told }: Pick<ToldQuarter, 'rows'>,
): readonly Period[] {
  const now = new Map(rows.map((row) => [row.unitId, row.months]));
  return [...new Set(told.flatMap((row) => movedMonths(row, now.get(row.unitId) ?? [])))].sort();
}

/** The months of a county's row whose numbers were told under another ordinal since. */
export function movedMonths(
  { months: told }: Pick<QuarterRow, 'months'>,
  now: readonly Pick<QuarterMonth, 'period' | 'number'>[],
): readonly Period[] {
  const numbers = new Map(now.map(({ period, number }) => [period, number]));
  const moved = told.filter(({ period, number }) => number !== null && (numbers.get(period) ?? number) !== number);
  return moved.map(({ period }) => period);
}

/**
 * What a county reads of its quarter: `4月36.40，5月36.05，6月37.10，季平均36.52。`, or without a mean
 * `6月30.00。4月、5月没有得分，不算季平均。`.
 */
export function quarterWords(quarter: Pick<Quarter, 'periods'>, row: Pick<QuarterRow, 'months' | 'mean'>): string {
  const each = row.months.flatMap(({ period, score }) => (score === null ? [] : [`${formatPeriod(period)}${score}`]));
  if (row.mean !== null) return `${[...each, `季平均${row.mean}`].join('，')}。`;
  return [each.join('，'), withoutMean(quarter, row)].map((part) => (part === '' ? '' : `${part}。`)).join('');
}

/** `二季度成绩通报了：季平均16.25（32.20、16.20、0.35）`, with its year once that is over. */
export function quarterTitle(
  { year, quarter }: { readonly year: number; readonly quarter: number },
  { months, mean }: Pick<QuarterRow, 'months' | 'mean'>,
  { isAnew, currentYear }: { readonly isAnew: boolean; readonly currentYear: number },
): string {
  const name = `${year === currentYear ? '' : `${String(year)}年`}${quarterName(quarter)}`;
  const scores = months.flatMap(({ score }) => score ?? []).join('、');
  return `${name}成绩${isAnew ? '更正了' : '通报了'}：${mean === null ? '没有季平均' : `季平均${mean}`}（${scores}）`;
}

/** Why a county has no mean: `4月、5月没有得分，不算季平均`. */
export function withoutMean(quarter: Pick<Quarter, 'periods'>, row: Pick<QuarterRow, 'months'>): string {
  return `${monthNames(monthsWithoutScore(quarter, row))}没有得分，不算季平均`;
}

function monthNames(periods: readonly Period[]): string {
  return periods.map((period) => formatPeriod(period)).join('、');
}
