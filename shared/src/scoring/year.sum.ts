import { parseFraction, sumOf, times, type Fraction } from '../kernel';
import type { ScoreMonth } from './case';
import { annualReadingOf, decimal, type Terms } from './terms';

/** What the months of a year come to under a reading, and the factors by which their average is still to be taken. */
export interface MonthSum {
  readonly points: Fraction;
  readonly factors: readonly Fraction[];
  /** Whether each month was taken by the factor that it was published with. */
  readonly isByMonth: boolean;
}

/**
 * Adds up a year's months. Where they were published with different factors, each keeps its own, as a later ruling never
 * rewrites a month; otherwise the factor is taken once, of the average.
 */
export function sumOfMonths(months: readonly ScoreMonth[], terms: Terms): MonthSum {
  const names = annualReadingOf(terms).factors;
  const isByMonth = names.includes('monthlyFactor') && months.some(({ factor }) => factor !== undefined);
  const left = isByMonth ? names.filter((name) => name !== 'monthlyFactor') : names;
  return {
    points: sumOf(months.map((month) => (isByMonth ? times(rawOf(month), factorOf(month, terms)) : rawOf(month)))),
    factors: left.map((name) => decimal(terms.rulings[name])),
    isByMonth,
  };
}

/** The factor that a month is taken by: the one that it was published with, or the one that holds. */
export function factorOf({ factor }: Pick<ScoreMonth, 'factor'>, { monthlyFactor }: Terms): Fraction {
  return factor === undefined ? monthlyFactor : decimal(factor);
}

/** The exact number of a month's raw total. Throws a RangeError for what `parseScoreCase` would have refused. */
export function rawOf({ rawTotal }: Pick<ScoreMonth, 'rawTotal'>): Fraction {
  const value = parseFraction(rawTotal);
  if (value === null) throw new RangeError(`No points: ${rawTotal}`);
  return value;
}
