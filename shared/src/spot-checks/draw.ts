import { addMonths, type Period } from '../kernel';
import type { SpotCheckRule } from './rule';
import { sha256Hex } from './sha256';

/** A unit that may be drawn. */
export interface Candidate {
  readonly unitId: string;
  readonly unitName: string;
  /** Its place in the group's official order. */
  readonly number: number;
  /** The last month of the cycle before this one for which it was drawn; null when for none. */
  readonly lastPeriod: Period | null;
}

/** A candidate with its weight (权重): the months since its last check. */
export interface WeighedCandidate extends Candidate {
  readonly weight: number;
}

/** A unit that is drawn: because it has waited as long as anybody may, or by lot. */
export type Drawn = { readonly unitId: string; readonly unitName: string } & (
  | { readonly how: 'waited' }
  | {
      readonly how: 'lot';
      /** Which lot of the month, from 1. */
      readonly lot: number;
      readonly hash: string;
      /** The sum of the weights that were left. */
      readonly sum: number;
      readonly remainder: number;
    }
);

/** Where a candidate's numbers (号段) lie at the first lot, both ends inclusive; null for one that needs no lot. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The month's seed (种子), as it is announced by its hash: the group's key, the month, and randomness of which the
 * caller gives at least 128 bits. A key that ends in the year is not followed by it again.
 */
export function seedOf(groupKey: string, period: Period, randomHex: string): string {
  const year = period.slice(0, 4);
  const month = groupKey.endsWith(`-${year}`) ? period.slice(5) : period;
  return `${groupKey}-${month}-${randomHex}`;
}

/** The promise (承诺) that is announced before the month: the SHA-256 of the seed. */
export function commitmentOf(seed: string): string {
  return sha256Hex(seed);
}

/** Weighs the candidates: months since the last check; who was never drawn counts from the cycle's first month (R51, Q24). */
export function weigh(
  candidates: readonly Candidate[],
  period: Period,
  firstPeriod: Period,
): readonly WeighedCandidate[] {
  const beginning = addMonths(firstPeriod, -1);
  return inOfficialOrder(candidates).map((candidate) => {
    const last = candidate.lastPeriod;
    return { ...candidate, weight: monthsFrom(last !== null && last > beginning ? last : beginning, period) };
  });
}

/**
 * The month's draw: first everybody who has waited as many months as the rule allows, even when they are more than the
 * rule's number; then by lot, without putting back, until that number is reached. The number of lot i is the SHA-256 of
 * `seed:i` modulo the sum of the weights that are left, counted through the candidates in official order, in whatever
 * order they are given. Anybody with the seed comes to the same.
 */
export function drawUnits(
  seed: string,
  candidates: readonly WeighedCandidate[],
  rule: Pick<SpotCheckRule, 'units' | 'mostMonths'>,
): readonly Drawn[] {
  const waited = inOfficialOrder(candidates).filter(({ weight }) => weight >= rule.mostMonths);
  const drawn: Drawn[] = waited.map(({ unitId, unitName }) => ({ unitId, unitName, how: 'waited' }));
  let left = withoutWaited(candidates, rule.mostMonths);
  for (let lot = 1; drawn.length < rule.units && left.length > 0; lot += 1) {
    const hash = sha256Hex(`${seed}:${String(lot)}`);
    const sum = sumOf(left);
    const remainder = remainderOf(hash, sum);
    const { unitId, unitName } = holderOf(remainder, left);
    drawn.push({ unitId, unitName, how: 'lot', lot, hash, sum, remainder });
    left = left.filter((candidate) => candidate.unitId !== unitId);
  }
  return drawn;
}

/** Each candidate's numbers at the first lot, by unit; those who are drawn for certain have none. */
export function numberRanges(
  candidates: readonly WeighedCandidate[],
  mostMonths: number,
): ReadonlyMap<string, NumberRange> {
  const ranges = new Map<string, NumberRange>();
  let from = 0;
  for (const { unitId, weight } of withoutWaited(candidates, mostMonths)) {
    ranges.set(unitId, { from, to: from + weight - 1 });
    from += weight;
  }
  return ranges;
}

/** A hexadecimal number of any length modulo a sum of weights, digit by digit, so that no big number is needed. */
export function remainderOf(hex: string, sum: number): number {
  let remainder = 0;
  for (const digit of hex) remainder = (remainder * 16 + parseInt(digit, 16)) % sum;
  return remainder;
}

function withoutWaited(candidates: readonly WeighedCandidate[], mostMonths: number): readonly WeighedCandidate[] {
  return inOfficialOrder(candidates).filter(({ weight }) => weight < mostMonths);
}

function inOfficialOrder<T extends Candidate>(candidates: readonly T[]): readonly T[] {
  return [...candidates].sort((one, other) => one.number - other.number);
}

function sumOf(candidates: readonly WeighedCandidate[]): number {
  return candidates.reduce((sum, { weight }) => sum + weight, 0);
}

function holderOf(number: number, candidates: readonly WeighedCandidate[]): WeighedCandidate {
  let rest = number;
  for (const candidate of candidates) {
    if (rest < candidate.weight) return candidate;
    rest -= candidate.weight;
  }
  throw new RangeError(`No candidate holds the number ${String(number)}.`);
}

function monthsFrom(earlier: Period, later: Period): number {
  const index = (period: Period): number => Number(period.slice(0, 4)) * 12 + Number(period.slice(5));
  return index(later) - index(earlier);
}
