import { fraction, fractionText, isBelow, plus, sumOf, times, type Fraction, type Period } from '../kernel';
import type { ScoreInnovation, ScoreMonth } from './case';
import { monthsOf } from './cycle';
import { idsOf } from './month.tally';
import { chancesFor, counted, said, type Award, type Chance } from './rule';
import { reachOfMonth, rulingLabel, type Terms } from './terms';
import type { Fact } from './trace';
import { factorOf, rawOf, sumOfMonths, type MonthSum } from './year.sum';

/**
 * 任务完成情况: the average of the cycle's months, a missing one counting 0 (Q19), taken by the factors of the annual
 * reading that holds (Q1). What the other readings would make of it is told as changes.
 */
export function taskPart(months: readonly ScoreMonth[], terms: Terms): Award {
  const { article, points, months: divisor, readings } = terms.regulation.taskPart;
  const sum = sumOfMonths(months, terms);
  const full = reachOfMonth(terms);
  const awardedFor = ({ points: total, factors }: Omit<MonthSum, 'isByMonth'>): Fraction =>
    factors.reduce(times, times(total, fraction(1, divisor)));
  const awarded = awardedFor(sum);
  const missing = missingMonths(months, terms);
  const more = sum.isByMonth ? times(full, terms.monthlyFactor) : full;
  const outOf = awardedFor(sumOfMonths(bestOf(months, missing, terms), terms));
  return {
    rule: 'taskPart',
    article,
    awarded,
    outOf,
    because: [
      ...averageFacts(sumOf(months.map(rawOf)), missing, terms),
      ...(sum.isByMonth ? [monthFactorFact(months, sum, terms)] : []),
      {
        kind: 'annual-factors',
        average: fractionText(times(sum.points, fraction(1, divisor))),
        factors: sum.factors.map(fractionText),
        awarded: fractionText(awarded),
      },
      readingFact(terms),
      ...(isBelow(outOf, points) ? [headingFact(points, outOf)] : []),
    ],
    chances: [
      ...monthChances(missing, fractionText(full), (count) => {
        return awardedFor({ ...sum, points: plus(sum.points, times(more, fraction(count))) });
      }),
      ...Object.keys(readings)
        .filter((value) => value !== terms.rulings.annualReading)
        .map((value): Chance => {
          const other: Terms = { ...terms, rulings: { ...terms.rulings, annualReading: value } };
          const label = rulingLabel(terms.regulation, 'annualReading', value);
          return {
            action: { kind: 'rule', ruling: 'annualReading', value, label },
            awarded: awardedFor(sumOfMonths(months, other)),
          };
        }),
    ],
  };
}

/** Every month with all the points that it can give, by its own rulings where they are known. */
function bestOf(months: readonly ScoreMonth[], missing: readonly Period[], terms: Terms): readonly ScoreMonth[] {
  const full = fractionText(reachOfMonth(terms));
  return [
    ...months.map((each) => ({ ...each, rawTotal: mostOf(each, terms) })),
    ...missing.map((month) => ({ month, rawTotal: full })),
  ];
}

/** A month of a file that has more than the year's rulings give was scored by others: it could reach all there is. */
function mostOf(month: ScoreMonth, terms: Terms): string {
  if (month.most !== undefined) return month.most;
  const reach = reachOfMonth(terms);
  return fractionText(isBelow(reach, rawOf(month)) ? terms.mostOfMonth : reach);
}

/** The months by the factors that they were published with, those of one factor together. */
function monthFactorFact(months: readonly ScoreMonth[], { points }: MonthSum, terms: Terms): Fact {
  const by = new Map<string, Period[]>();
  for (const each of [...months].sort((a, b) => (a.month < b.month ? -1 : 1))) {
    const factor = fractionText(factorOf(each, terms));
    by.set(factor, [...(by.get(factor) ?? []), each.month]);
  }
  return {
    kind: 'month-factors',
    groups: [...by].map(([factor, periods]) => ({ factor, months: periods })),
    sum: fractionText(points),
  };
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
  rawTotal: string,
  awardedWith: (count: number) => Fraction,
): readonly Chance[] {
  return chancesFor(missing, awardedWith, (months) => ({ kind: 'score-months', months, rawTotal }));
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
