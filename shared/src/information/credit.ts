import type { Period } from '../kernel';
import type { StandingMark } from './marks';
import type { InformationSettings, PointsRule } from './settings';

/** What a unit's month is credited with for one work update: an entry of `information` in a scoring case. */
export interface InformationCredit {
  readonly id: string;
  readonly highQuality: boolean;
  readonly adopted: boolean;
}

/**
 * What one work update counts in a month (annex 2, Q14). Quality and adoption each count in their own month. Of several
 * adopters the first on record counts, so that a later one never moves what was counted; where each counts, every
 * further one is an entry of its own.
 */
export function creditsOf(
  update: { readonly id: string; readonly marks: readonly StandingMark[] },
  period: Period,
  settings: Pick<InformationSettings, 'adopters'>,
): readonly InformationCredit[] {
  const highQuality = update.marks.some((mark) => mark.kind === 'high-quality' && mark.creditedPeriod === period);
  const adoptions = countedAdoptions(update.marks, settings).filter((mark) => mark.creditedPeriod === period);
  const further = adoptions.slice(1).map(({ number }): InformationCredit => {
    return { id: `${update.id}:${String(number)}`, highQuality: false, adopted: true };
  });
  const adopted = adoptions.length > 0;
  return highQuality || adopted ? [{ id: update.id, highQuality, adopted }, ...further] : [];
}

function countedAdoptions(
  marks: readonly StandingMark[],
  { adopters }: Pick<InformationSettings, 'adopters'>,
): readonly StandingMark[] {
  const adoptions = marks.filter(({ kind }) => kind === 'adopted').sort((a, b) => a.number - b.number);
  return adopters === 'once' ? adoptions.slice(0, 1) : adoptions;
}

/** The months whose credits change when a mark goes: its own, and that of an adoption which then counts in its place. */
export function monthsTouched(mark: StandingMark, marks: readonly StandingMark[]): readonly Period[] {
  const others = marks.filter(({ kind, number }) => kind === 'adopted' && number !== mark.number);
  const concerned = mark.kind === 'adopted' ? [mark, ...others] : [mark];
  return [...new Set(concerned.flatMap(({ creditedPeriod }) => creditedPeriod ?? []))];
}

/** A month's points for work updates, and how many more entries of each kind would still add to them. */
export interface InformationPoints {
  readonly total: number;
  readonly highQuality: Counted;
  readonly adopted: Counted;
}
interface Counted {
  readonly count: number;
  /** What one of them gives. */
  readonly each: number;
  readonly points: number;
  /** How many more still count; 0 when it is full. */
  readonly left: number;
  /** What those would add. */
  readonly gain: number;
}

/** What a month's work updates are worth: each kind up to its most, and both together where a ruling says so (Q2). */
export interface InformationRule extends Pick<NonNullable<InformationSettings['points']>, 'highQuality' | 'adopted'> {
  readonly most?: number;
}

/** What a month's credits are worth by its rule. */
export function informationPoints(credits: readonly InformationCredit[], rule: InformationRule): InformationPoints {
  const quality = credits.filter((credit) => credit.highQuality).length;
  const adoptions = credits.filter((credit) => credit.adopted).length;
  const given = (one: PointsRule, count: number): number => Math.min(one.most, count * one.each);
  const together = given(rule.highQuality, quality) + given(rule.adopted, adoptions);
  const total = Math.min(together, rule.most ?? together);
  const free = rule.most === undefined ? Infinity : rule.most - total;
  const countedBy = (one: PointsRule, count: number): Counted => {
    const points = given(one, count);
    const gain = Math.min(one.most - points, free);
    return { count, each: one.each, points, left: Math.ceil(gain / one.each), gain };
  };
  return { total, highQuality: countedBy(rule.highQuality, quality), adopted: countedBy(rule.adopted, adoptions) };
}
