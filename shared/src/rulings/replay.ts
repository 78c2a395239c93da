import { fraction, fractionText, parseFraction, roundHalfUp, sumOf, times, type Fraction } from '../kernel';
import {
  monthsOf,
  reachOfMonth,
  rulingsOf,
  scoreMonth,
  scoreYear,
  termsOf,
  totalOf,
  type MonthCase,
  type Regulation,
  type RulingOverrides,
  type ScoreMonth,
} from '../scoring';
import { questionOf, readingOf, type RegisterQuestion } from './register';
import type {
  Replay,
  ReplayedMonth,
  ReplayedReading,
  ReplayedRow,
  ReplayedUnit,
  ReplayedYear,
  ReplayRequest,
} from './replayed';
import { movedMonths, movedPairs, movedWeights, unmoved } from './replay.words';

/**
 * Scores every month of every unit, and their years, under each reading of a question. Nothing is stored and nothing
 * decided. What the other questions were ruled to be is kept: by a month's own case, and for the year by what holds now,
 * each scored month by its own factor (ADR 12) and those to come by today's. A month moves where it would differ from the
 * score at which it stands, by whatever reading that was made.
 */
export function replay(units: readonly ReplayedUnit[], request: ReplayRequest): Replay {
  const question = questionOf(request.regulation, request.name);
  const scored = units.filter(({ months }) => months.length > 0);
  const readings = readingsOf(question, scored, request);
  const years = scored.map((unit) => readings.map(({ value }) => yearOf(unit, value, request)));
  const names = scored.map(({ unitName }) => unitName);
  const standing = scored.map((unit, index) => standingOf(unit, readings, years[index] ?? [], request));
  const pairs = movedPairs(names, readings, (unit, reading) => totalOfYear(years, unit, reading));
  const months = [...new Set(scored.flatMap((unit) => unit.months.map(({ month }) => month)))].sort();
  const moves = [
    ...pairs.moves,
    ...movedWeights(
      readings,
      readings.map(({ value }) => weightOf(value, scored, request)),
    ),
    ...movedMonths(names, readings, { years, standing }),
  ];
  return {
    months,
    readings,
    rows: scored.map((unit, index) =>
      rowOf(unit, years[index] ?? [], { standing: standing[index] ?? [], isMoved: pairs.units.has(index) }),
    ),
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

function readingsOf(question: RegisterQuestion, scored: readonly ReplayedUnit[], request: ReplayRequest) {
  const { regulation, name, inForce, others } = request;
  const now = inForce[name] ?? question.standard;
  const values = new Set([...question.readings.map(({ value }) => value), now, ...others]);
  return [...values].map((value): ReplayedReading => {
    const best = monthsLike(scored, value, request, (rulings) => {
      return fractionText(reachOfMonth(termsOf({ regulation: regulation.id, rulings })));
    });
    const { trace } = scoreYear(yearCase('', best, { regulation, overrides: { ...inForce, [name]: value } }));
    const most = sumOf(trace.map(({ rule, awarded, outOf }) => exact(rule === 'taskPart' ? awarded : outOf)));
    return { ...readingOf(regulation, name, value), isNow: value === now, most: roundHalfUp(most) };
  });
}

function yearOf(unit: ReplayedUnit, value: string, request: ReplayRequest): ReplayedYear {
  const { regulation, name, inForce } = request;
  const months = unit.months.map((month) => scoredMonth({ ...month, rulings: { ...month.rulings, [name]: value } }));
  const average = fractionText(averageOf(months));
  const terms = { regulation, overrides: { ...inForce, [name]: value } };
  const cycle = monthsOf(regulation.cycle).map((month) => {
    const rawTotal = months.find((each) => each.month === month)?.rawTotal;
    const own = unit.months.find((each) => each.month === month)?.rulings;
    if (rawTotal === undefined || own === undefined) return { month, rawTotal: average };
    return { month, rawTotal, ...keptFactor({ ...own, [name]: value }, terms) };
  });
  const year = scoreYear({ ...yearCase(unit.unitName, cycle, terms), innovations: unit.innovations });
  return { year, total: exact(totalOf(year.trace)), months };
}

/**
 * The cycle's months as the rows have them: a scored one by the rulings of its own case, one to come by today's. What is
 * ruled of a month is the same for all units.
 */
function monthsLike(
  scored: readonly ReplayedUnit[],
  value: string,
  { regulation, name, inForce }: ReplayRequest,
  rawTotalOf: (rulings: RulingOverrides) => string,
): readonly ScoreMonth[] {
  const terms = { regulation, overrides: { ...inForce, [name]: value } };
  const own = new Map(scored.flatMap(({ months }) => months.map(({ month, rulings }) => [month, rulings] as const)));
  return monthsOf(regulation.cycle).map((month) => {
    const rulings = { ...(own.get(month) ?? inForce), [name]: value };
    return { month, rawTotal: rawTotalOf(rulings), ...keptFactor(rulings, terms) };
  });
}

/** A unit's months as they stand: by the reading that each was scored by, which need not be one of those compared. */
function standingOf(
  { months }: ReplayedUnit,
  readings: readonly ReplayedReading[],
  years: readonly ReplayedYear[],
  { regulation, name }: ReplayRequest,
): readonly ReplayedMonth[] {
  return months.map((month, place) => {
    const own = rulingsOf(regulation, month.rulings)[name];
    const reading = readings.findIndex(({ value }) => value === own);
    return years[reading]?.months[place] ?? scoredMonth(month);
  });
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
function weightOf(value: string, scored: readonly ReplayedUnit[], request: ReplayRequest): Fraction | null {
  const { regulation, name, inForce } = request;
  const raw = monthsLike(scored, value, request, () => '1');
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
  { standing, isMoved }: { readonly standing: readonly ReplayedMonth[]; readonly isMoved: boolean },
): ReplayedRow {
  return {
    unitId,
    unitName,
    average: roundHalfUp(averageOf(standing)),
    innovation: years[0]?.year.innovation ?? '0.00',
    totals: years.map(({ year }) => year.total),
    isMoved,
  };
}

function scoredMonth(month: MonthCase): ReplayedMonth {
  const score = scoreMonth(month);
  return { month: month.month, score, rawTotal: totalOf(score.trace) };
}

function averageOf(months: readonly ReplayedMonth[]): Fraction {
  return times(sumOf(months.map(({ rawTotal }) => exact(rawTotal))), fraction(1, months.length));
}

function exact(text: string): Fraction {
  const value = parseFraction(text);
  if (value === null) throw new RangeError(`No points: ${text}`);
  return value;
}
