import {
  fraction,
  fractionText,
  isBelow,
  parseFraction,
  plus,
  sumOf,
  times,
  type Fraction,
  type Period,
} from '../kernel';
import type { ScoreInnovation, ScoreMonth } from './case';
import { monthsOf } from './cycle';
import { idsOf } from './month.tally';
import { chancesFor, counted, said, type Award, type Chance } from './rule';
import { annualFactorsOf, rulingLabel, type Terms } from './terms';
import type { Fact } from './trace';

/**
 * 任务完成情况: the average of the cycle's months, a missing one counting 0 (Q19), taken by the factors of the annual
 * reading that holds (Q1). What the other readings would make of it is told as changes.
 */
export function taskPart(months: readonly ScoreMonth[], terms: Terms): Award {
  const { article, points, months: divisor, readings } = terms.regulation.taskPart;
  const sum = sumOf(months.map(({ rawTotal }) => rawTotalOf(rawTotal)));
  const factors = annualFactorsOf(terms);
  const awardedFor = (total: Fraction, by: readonly Fraction[]): Fraction =>
    by.reduce(times, times(total, fraction(1, divisor)));
  const awarded = awardedFor(sum, factors);
  const missing = missingMonths(months, terms);
  const outOf = factors.reduce(times, terms.mostOfMonth);
  return {
    rule: 'taskPart',
    article,
    awarded,
    outOf,
    because: [
      ...averageFacts(sum, missing, terms),
      {
        kind: 'annual-factors',
        average: fractionText(times(sum, fraction(1, divisor))),
        factors: factors.map(fractionText),
        awarded: fractionText(awarded),
      },
      readingFact(terms),
      ...(isBelow(outOf, points) ? [headingFact(points, outOf)] : []),
    ],
    chances: [
      ...monthChances(missing, terms, (more) => awardedFor(plus(sum, more), factors)),
      ...Object.keys(readings)
        .filter((value) => value !== terms.rulings.annualReading)
        .map((value): Chance => {
          const other: Terms = { ...terms, rulings: { ...terms.rulings, annualReading: value } };
          const label = rulingLabel(terms.regulation, 'annualReading', value);
          return {
            action: { kind: 'rule', ruling: 'annualReading', value, label },
            awarded: awardedFor(sum, annualFactorsOf(other)),
          };
        }),
    ],
  };
}

/** The exact number of a month's raw total. Throws a RangeError for what `parseScoreCase` would have refused. */
function rawTotalOf(text: string): Fraction {
  const value = parseFraction(text);
  if (value === null) throw new RangeError(`No points: ${text}`);
  return value;
}

function missingMonths(months: readonly ScoreMonth[], terms: Terms): readonly Period[] {
  const scored = new Set(months.map(({ month }) => month));
  return monthsOf(terms.regulation.cycle).filter((month) => !scored.has(month));
}

function averageFacts(sum: Fraction, missing: readonly Period[], terms: Terms): readonly Fact[] {
  const { months } = terms.regulation.taskPart;
  const average = fractionText(times(sum, fraction(1, months)));
  const fact: Fact = { kind: 'average', sum: fractionText(sum), months, average };
  return missing.length === 0 ? [fact] : [fact, { kind: 'missing-months', months: missing }];
}

function readingFact(terms: Terms): Fact {
  const value = terms.rulings.annualReading;
  return {
    kind: 'ruling',
    ruling: 'annualReading',
    value,
    label: rulingLabel(terms.regulation, 'annualReading', value),
  };
}

function headingFact(heading: Fraction, most: Fraction): Fact {
  return { kind: 'out-of-reach', heading: fractionText(heading), most: fractionText(most) };
}

/** A missing month with all its points, each alone and all of them. */
function monthChances(
  missing: readonly Period[],
  terms: Terms,
  awardedWith: (more: Fraction) => Fraction,
): readonly Chance[] {
  const full = terms.regulation.month.points;
  return chancesFor(
    missing,
    (count) => awardedWith(times(full, fraction(count))),
    (months) => ({ kind: 'score-months', months, rawTotal: fractionText(full) }),
  );
}

/** 创新性举措: points for each approved innovation of whatever kind (Q23), up to the part's points. */
export function innovation(innovations: readonly ScoreInnovation[], terms: Terms): Award {
  const { article, each, points, kinds } = terms.regulation.innovation;
  const pending = idsOf(innovations, ({ approved }) => !approved);
  const approved = innovations.length - pending.length;
  const counting = { each, most: points };
  const awarded = counted(approved, counting);
  const firstKind = Number(Object.keys(kinds)[0]);
  return {
    rule: 'innovation',
    article,
    awarded,
    outOf: points,
    because: [{ kind: 'innovations', approved, pending, ...said(counting, awarded) }],
    chances: [
      ...chancesFor(
        pending,
        (more) => counted(approved + more, counting),
        (ids) => ({ kind: 'approve-innovations', innovations: ids }),
      ),
      { action: { kind: 'add-innovation', innovation: firstKind }, awarded: counted(approved + 1, counting) },
    ],
  };
}
