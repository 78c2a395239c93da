import { fractionText, roundHalfUp, times, type Fraction } from '../kernel';
import type { MonthCase } from './case';
import { adjustment, completion, deduction, information, timeliness } from './month.rules';
import { tallyMonth } from './month.tally';
import { addUp, nodeOf, type Award } from './rule';
import { decimal, mostOfMonth, ruled, termsOf, type Terms } from './terms';
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
  const awards = {
    completion: completion(tally, terms),
    deduction: deduction(tally, terms),
    timeliness: timeliness(tally, terms),
    information: information(tally, terms),
    adjustment: adjustment(tally, terms),
  };
  const { total, trace } = addUp(Object.values(awards), terms.regulation.month.article);
  const weighting = weigh(total, terms);
  return {
    raw: {
      completion: roundHalfUp(awards.completion.awarded),
      deduction: roundHalfUp(awards.deduction.awarded),
      timeliness: roundHalfUp(awards.timeliness.awarded),
      information: roundHalfUp(awards.information.awarded),
      adjustment: roundHalfUp(awards.adjustment.awarded),
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
  const factor = decimal(terms.rulings.monthlyFactor);
  const awarded = times(total, factor);
  return {
    rule: 'monthlyFactor',
    article,
    awarded,
    outOf: times(mostOfMonth(terms), factor),
    because: [
      { kind: 'factor', total: fractionText(total), factor: fractionText(factor), awarded: fractionText(awarded) },
      ...ruled(terms, 'monthlyFactor'),
    ],
    chances: [],
  };
}
