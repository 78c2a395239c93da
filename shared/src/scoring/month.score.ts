import { fractionText, roundHalfUp, times, type Fraction } from '../kernel';
import type { MonthCase } from './case';
import { adjustment, completion, deduction, information, timeliness } from './month.rules';
import { tallyMonth } from './month.tally';
import { addUp, nodeOf, type Award } from './rule';
import { ruled, termsOf, type Terms } from './terms';
import type { TraceNode } from './trace';

/** Points as they are shown: two places, rounded half up once from the exact number. */
export interface MonthPoints {
  readonly completion: string;
  /** Zero or below. */
  readonly deduction: string;
  readonly timeliness: string;
  readonly information: string;
  readonly adjustment: string;
  readonly total: string;
}

/** A county's month scored (月度考评得分), with why. */
export interface MonthScore {
  readonly raw: MonthPoints;
  /** The total times the monthly factor. */
  readonly score: string;
  /** One node for each rule; their points add up to the raw total, exactly. */
  readonly trace: readonly TraceNode[];
  /** How the score came from the raw total. Its points are the score's, and no part of the sum. */
  readonly weighting: TraceNode;
}

/** Scores a month by its regulation. The same case gives the same bytes for ever, in whatever order its lists stand. */
export function scoreMonth(month: MonthCase): MonthScore {
  const terms = termsOf(month);
  const tally = tallyMonth(month);
  const awards = [
    completion(tally, terms),
    deduction(tally, terms),
    timeliness(tally, terms),
    information(tally, terms),
    adjustment(tally, terms),
  ] as const;
  const { total, trace } = addUp(awards, terms.regulation.month.article);
  const weighting = weigh(total, terms);
  return {
    raw: {
      completion: roundHalfUp(awards[0].awarded),
      deduction: roundHalfUp(awards[1].awarded),
      timeliness: roundHalfUp(awards[2].awarded),
      information: roundHalfUp(awards[3].awarded),
      adjustment: roundHalfUp(awards[4].awarded),
      total: roundHalfUp(total),
    },
    score: roundHalfUp(weighting.awarded),
    trace,
    weighting: nodeOf(weighting, []),
  };
}

/** The month's sum times the monthly factor (Q1). */
function weigh(total: Fraction, terms: Terms): Award {
  const { article } = terms.regulation.month;
  const factor = terms.monthlyFactor;
  const awarded = times(total, factor);
  return {
    rule: 'monthlyFactor',
    article,
    awarded,
    outOf: times(terms.mostOfMonth, factor),
    because: [
      { kind: 'factor', total: fractionText(total), factor: fractionText(factor), awarded: fractionText(awarded) },
      ...ruled(terms, 'monthlyFactor'),
    ],
    chances: [],
  };
}
