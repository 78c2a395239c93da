import {
  fraction,
  fractionText,
  isBelow,
  minus,
  negative,
  plus,
  smallerOf,
  times,
  ZERO,
  type Fraction,
} from '../kernel';
import type { CountedPoints } from './regulation';
import type { Action, Change, Exact, Fact, RuleName, TraceNode } from './trace';

/** Something that would have been otherwise, and what the rule would have awarded then. */
export interface Chance {
  readonly action: Action;
  readonly awarded: Fraction;
}

/** What one rule returns: its points together with the reasons for them. */
export interface Award {
  readonly rule: RuleName;
  readonly article: string;
  readonly awarded: Fraction;
  readonly outOf: Fraction;
  readonly because: readonly Fact[];
  readonly chances: readonly Chance[];
}

/** Awards added up, never below zero. */
export interface AddedUp {
  readonly total: Fraction;
  readonly trace: readonly TraceNode[];
}

/**
 * Adds awards up to a total that is never below zero, and makes their trace. What raises a sum below zero is a node of its
 * own, `floor`, so that the awarded points always add up. Each change is what the action does to the total, not to the rule.
 */
export function addUp(awards: readonly Award[], article: string): AddedUp {
  const sum = awards.reduce((total, { awarded }) => plus(total, awarded), ZERO);
  const total = notBelowZero(sum);
  const trace = awards.map((award) => nodeOf(award, changesOf(award, sum)));
  return isBelow(sum, ZERO) ? { total, trace: [...trace, floorNode(sum, article)] } : { total, trace };
}

function notBelowZero(value: Fraction): Fraction {
  return value.numerator < 0 ? ZERO : value;
}

/** A rule's award as a trace tells it. */
export function nodeOf(award: Award, wouldChange: readonly Change[]): TraceNode {
  return {
    rule: award.rule,
    article: award.article,
    awarded: fractionText(award.awarded),
    outOf: fractionText(award.outOf),
    because: award.because,
    wouldChange,
  };
}

function changesOf({ awarded, chances }: Award, sum: Fraction): readonly Change[] {
  const changes: Change[] = [];
  let last: Fraction | null = null;
  let delta: Exact = '0';
  for (const chance of chances) {
    // Chances of one kind share their points; what they make of the total is reckoned once.
    if (chance.awarded !== last) delta = fractionText(differenceOf(minus(chance.awarded, awarded), sum));
    last = chance.awarded;
    if (delta !== '0') changes.push({ action: chance.action, delta });
  }
  return changes;
}

/** What a difference in one rule makes of the total, which is never below zero. */
function differenceOf(difference: Fraction, sum: Fraction): Fraction {
  if (difference.numerator > 0 && sum.numerator >= 0) return difference;
  return minus(notBelowZero(plus(sum, difference)), notBelowZero(sum));
}

function floorNode(sum: Fraction, article: string): TraceNode {
  return {
    rule: 'floor',
    article,
    awarded: fractionText(negative(sum)),
    outOf: '0',
    because: [{ kind: 'below-zero', sum: fractionText(sum) }],
    wouldChange: [],
  };
}

/** A chance for each id alone, and where there are several, for all of them together. `awardedAfter` takes their number. */
export function chancesFor(
  ids: readonly string[],
  awardedAfter: (count: number) => Fraction,
  actionFor: (ids: readonly string[]) => Action,
): readonly Chance[] {
  if (ids.length === 0) return [];
  const one = awardedAfter(1);
  const chances: Chance[] = ids.map((id) => ({ action: actionFor([id]), awarded: one }));
  if (ids.length > 1) chances.push({ action: actionFor(ids), awarded: awardedAfter(ids.length) });
  return chances;
}

/** Points for a number of things, up to the most. */
export function counted(count: number, { each, most }: CountedPoints): Fraction {
  return smallerOf(most, times(each, fraction(count)));
}

/** Counted points as facts carry them. */
export function said(
  { each, most }: CountedPoints,
  awarded: Fraction,
): Readonly<Record<'each' | 'most' | 'awarded', Exact>> {
  return { each: fractionText(each), most: fractionText(most), awarded: fractionText(awarded) };
}
