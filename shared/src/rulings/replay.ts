import { fraction, fractionText, parseFraction, roundHalfUp, sumOf, times, type Fraction } from '../kernel';
import {
  monthsOf,
  reachOfMonth,
  rulingsOf,
  scoreMonth,
  scoreYear,
  termsOf,
  totalOf,
  type Regulation,
  type RulingOverrides,
  type ScoreMonth,
} from '../scoring';
import { questionOf, readingOf, type RegisterQuestion } from './register';
import type { Replay, ReplayedReading, ReplayedRow, ReplayedUnit, ReplayedYear, ReplayRequest } from './replayed';
import { movedMonths, movedPairs, movedWeights, unmoved } from './replay.words';

/**
 * Scores every month of every unit, and their years, under each reading of a question. Nothing is stored and nothing
 * decided. What the other questions were ruled to be is kept: by a month's own case, and for the year by what holds now,
 * each scored month by its own factor (ADR 12) and those to come by today's.
 */
export function replay(units: readonly ReplayedUnit[], request: ReplayRequest): Replay {
  const question = questionOf(request.regulation, request.name);
  const readings = readingsOf(question, request);
  const scored = units.filter(({ months }) => months.length > 0);
  const years = scored.map((unit) => readings.map(({ value }) => yearOf(unit, value, request)));
  const names = scored.map(({ unitName }) => unitName);
  const now = readings.findIndex(({ isNow }) => isNow);
  const pairs = movedPairs(names, readings, (unit, reading) => totalOfYear(years, unit, reading));
  const months = [...new Set(scored.flatMap((unit) => unit.months.map(({ month }) => month)))].sort();
  const moves = [
    ...pairs.moves,
    ...movedWeights(
      readings,
      readings.map(({ value }) => weightOf(value, request)),
    ),
    ...movedMonths(names, readings, { years, now }),
  ];
  return {
    months,
    readings,
    rows: scored.map((unit, index) => rowOf(unit, years[index] ?? [], { now, isMoved: pairs.units.has(index) })),
    left: units.filter((unit) => unit.months.length === 0).map(({ unitName }) => unitName),
    moves,
    stays: unmoved({
      published: request.published.filter((month) => months.includes(month)),
      concerns: question.concerns,
      pairs: (scored.length * (scored.length - 1)) / 2,
      moved: pairs.moves.length,
    }),
  };
}

function readingsOf(question: RegisterQuestion, { regulation, name, inForce, others }: ReplayRequest) {
  const now = inForce[name] ?? question.standard;
  const values = new Set([...question.readings.map(({ value }) => value), now, ...others]);
  return [...values].map((value): ReplayedReading => {
    const terms = { regulation, overrides: { ...inForce, [name]: value } };
    const rawTotal = fractionText(reachOfMonth(termsOf({ regulation: regulation.id, rulings: terms.overrides })));
    const best = monthsOf(regulation.cycle).map((month) => ({ month, rawTotal }));
    const { trace } = scoreYear(yearCase('', best, terms));
    const most = sumOf(trace.map(({ rule, awarded, outOf }) => exact(rule === 'taskPart' ? awarded : outOf)));
    return { ...readingOf(regulation, name, value), isNow: value === now, most: roundHalfUp(most) };
  });
}

function yearOf(unit: ReplayedUnit, value: string, request: ReplayRequest): ReplayedYear {
  const { regulation, name, inForce } = request;
  const months = unit.months.map((month) => {
    return { month: month.month, score: scoreMonth({ ...month, rulings: { ...month.rulings, [name]: value } }) };
  });
  const sum = sumOf(months.map(({ score }) => exact(totalOf(score.trace))));
  const average = times(sum, fraction(1, months.length));
  const terms = { regulation, overrides: { ...inForce, [name]: value } };
  const cycle = monthsOf(regulation.cycle).map((month) => {
    const score = months.find((each) => each.month === month)?.score;
    const own = unit.months.find((each) => each.month === month)?.rulings;
    if (score === undefined || own === undefined) return { month, rawTotal: fractionText(average) };
    return { month, rawTotal: totalOf(score.trace), ...keptFactor({ ...own, [name]: value }, terms) };
  });
  const year = scoreYear({ ...yearCase(unit.unitName, cycle, terms), innovations: unit.innovations });
  return { average, year, total: exact(totalOf(year.trace)), months };
}

/** The factor that a month was scored with, where the year's is another by now: no ruling rewrites it (Q1). */
function keptFactor(own: RulingOverrides, { regulation, overrides }: YearTerms): Pick<ScoreMonth, 'factor'> {
  const { monthlyFactor } = rulingsOf(regulation, own);
  return monthlyFactor === rulingsOf(regulation, overrides).monthlyFactor ? {} : { factor: monthlyFactor };
}

interface YearTerms {
  readonly regulation: Regulation;
  readonly overrides: RulingOverrides;
}

/** How many points of a month's average one innovation is worth; null where the average counts nothing. */
function weightOf(value: string, { regulation, name, inForce }: ReplayRequest): Fraction | null {
  const raw = monthsOf(regulation.cycle).map((month) => ({ month, rawTotal: '1' }));
  const { trace } = scoreYear(yearCase('', raw, { regulation, overrides: { ...inForce, [name]: value } }));
  const { numerator, denominator } = exact(totalOf(trace));
  if (numerator === 0) return null;
  return times(regulation.innovation.each, fraction(denominator, numerator));
}

function yearCase(
  unit: string,
  months: readonly ScoreMonth[],
  { regulation, overrides }: YearTerms,
): Parameters<typeof scoreYear>[0] {
  return { kind: 'year', regulation: regulation.id, unit, months, innovations: [], rulings: overrides };
}

function totalOfYear(years: readonly (readonly ReplayedYear[])[], unit: number, reading: number): Fraction {
  return years[unit]?.[reading]?.total ?? fraction(0);
}

function rowOf(
  { unitId, unitName }: ReplayedUnit,
  years: readonly ReplayedYear[],
  { now, isMoved }: { readonly now: number; readonly isMoved: boolean },
): ReplayedRow {
  const current = years[now];
  return {
    unitId,
    unitName,
    average: roundHalfUp(current?.average ?? fraction(0)),
    innovation: current?.year.innovation ?? '0.00',
    totals: years.map(({ year }) => year.total),
    isMoved,
  };
}

function exact(text: string): Fraction {
  const value = parseFraction(text);
  if (value === null) throw new RangeError(`No points: ${text}`);
  return value;
}
