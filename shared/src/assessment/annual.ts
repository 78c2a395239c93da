import {
  allow,
  formatPeriod,
  fractionText,
  refuse,
  refuseAll,
  type Outcome,
  type Period,
  type Refusal,
} from '../kernel';
import {
  reachOfMonth,
  regulationOf,
  termsOf,
  type Exact,
  type RulingOverrides,
  type ScoreInnovation,
  type ScoreMonth,
  type YearCase,
} from '../scoring';
import { ASSESSMENT_LIMITS, recordOf, textOf } from './sheet';
import type { AssessmentState } from './states';

/** What is on record of one month of a county's year. */
export interface YearMonth {
  readonly month: Period;
  /** null: nobody has begun it, or nothing was owed. */
  readonly state: AssessmentState | null;
  /** Whether the self-assessment came in, by whatever channel. */
  readonly isHandedIn: boolean;
  /** The points before the factor, of the score that holds; null while there is none. */
  readonly rawTotal: Exact | null;
  /** The monthly factor by which that score was fixed; null while there is none. */
  readonly factor: string | null;
  /** What the month could give before the factor, by the rulings of that score; null while there is none. */
  readonly most: Exact | null;
}

/** What is on record of a county's year: everything that its result is made from. */
export interface YearRecords {
  readonly regulation: string;
  readonly unitId: string;
  /** Every month of the cycle. */
  readonly months: readonly YearMonth[];
  /** Applied for and not taken back; those not decided yet are not approved. */
  readonly innovations: readonly ScoreInnovation[];
  readonly rulings: RulingOverrides;
}

/** A month that counts 0 because nobody scored it, which a person has confirmed with a reason (Q19). */
export interface MissingMonth {
  readonly unitId: string;
  readonly month: Period;
  readonly reason: string;
}

/** A published month counts; one that came in, is being reviewed or is not over has to be finished first; the rest is missing. */
export type YearMonthStanding = 'scored' | 'unfinished' | 'missing';

/** How a month stands to the year's result. `current` is the Beijing month of now. */
export function yearMonthStanding(
  { month, state, isHandedIn, rawTotal }: YearMonth,
  current: Period,
): YearMonthStanding {
  if (state === 'published' && rawTotal !== null) return 'scored';
  const isBegun = isHandedIn || (state !== null && state !== 'draft');
  return isBegun || month >= current ? 'unfinished' : 'missing';
}

/**
 * The engine's case of a county's year: its published months, each by the factor that it was published with, and the
 * innovations that were approved. Where all months share a factor, the year's rulings name it; a later ruling on the
 * factor so rewrites none of them. A month that could give more or less than the year's rulings say brings that along.
 */
export function yearCaseOf({ regulation, unitId: unit, months, innovations, rulings }: YearRecords): YearCase {
  const full = mostOfMonths({ regulation, rulings });
  const published = months.flatMap(({ month, state, rawTotal, factor, most }) =>
    state === 'published' && rawTotal !== null && factor !== null
      ? [{ month, rawTotal, factor, ...(most === null || most === full ? {} : { most }) }]
      : [],
  );
  const [shared, ...others] = new Set(published.map(({ factor }) => factor));
  const isMixed = others.length > 0;
  return {
    kind: 'year',
    regulation,
    unit,
    months: isMixed ? published : published.map(withoutFactor),
    innovations: innovations.filter(({ approved }) => approved),
    rulings: isMixed || shared === undefined ? rulings : withFactor(regulation, rulings, shared),
  };
}

function withoutFactor({ month, rawTotal, most }: ScoreMonth): ScoreMonth {
  return { month, rawTotal, ...(most === undefined ? {} : { most }) };
}

/** What a month can give before the factor by the rulings of a year. */
function mostOfMonths(year: Pick<YearCase, 'regulation' | 'rulings'>): Exact {
  return fractionText(reachOfMonth(termsOf(year)));
}

function withFactor(regulation: string, rulings: RulingOverrides, factor: string): RulingOverrides {
  const standard = regulationOf(regulation)?.rulings.monthlyFactor.standard;
  return (rulings.monthlyFactor ?? standard) === factor ? rulings : { ...rulings, monthlyFactor: factor };
}

/** What stands around the counties' years when they are made final. */
export interface AnnualContext {
  /** Questions such as `Q1` that must be ruled first. */
  readonly unsettled: readonly string[];
  /** How many adjustments of the year the lead unit has not decided about. */
  readonly undecidedAdjustments: number;
  /** Published months that the records say otherwise about, and that nobody has corrected or let stand; by month. */
  readonly correctionsDue: readonly CorrectionDue[];
  readonly current: Period;
}

/** The counties whose published score of a month is to be corrected or let stand. */
export interface CorrectionDue {
  readonly month: Period;
  readonly unitNames: readonly string[];
}

/** Everything that stands against making a year final: a question without its ruling, unfinished months, months to be corrected, undecided innovations and adjustments. */
export function annualHindrances(
  counties: readonly YearRecords[],
  { unsettled, undecidedAdjustments, correctionsDue, current }: AnnualContext,
): readonly Refusal[] {
  if (counties.length === 0) return [{ code: 'assessment.nobody-scored', facts: {} }];
  const unfinished = new Set(
    counties.flatMap(({ months }) =>
      months.filter((each) => yearMonthStanding(each, current) === 'unfinished').map(({ month }) => month),
    ),
  );
  const undecided = counties.flatMap(({ innovations }) => innovations.filter(({ approved }) => !approved)).length;
  return [
    ...unsettled.map((question) => ({ code: 'assessment.annual-unruled', facts: { label: question } })),
    ...[...unfinished].sort().map((month) => ({
      code: 'assessment.annual-month-unfinished',
      facts: { month: formatPeriod(month) },
    })),
    ...correctionsDue.map(({ month, unitNames }) => ({
      code: 'assessment.annual-corrections-due',
      facts: { month: formatPeriod(month), period: month, unit: unitNames.join('、') },
    })),
    ...(undecided === 0 ? [] : [{ code: 'assessment.annual-undecided', facts: { count: undecided } }]),
    ...(undecidedAdjustments === 0
      ? []
      : [{ code: 'assessment.annual-undecided-adjustments', facts: { count: undecidedAdjustments } }]),
  ];
}

/** The months of a county that would count 0, in their order; each asks for a person's word before the year is final. */
export function missingMonthsOf({ months }: Pick<YearRecords, 'months'>, current: Period): readonly Period[] {
  return months.filter((each) => yearMonthStanding(each, current) === 'missing').map(({ month }) => month);
}

/**
 * What came from outside as the confirmation of missing months, or every reason against it: exactly those that are
 * missing, once each, each with its reason.
 */
export function parseMissingMonths(
  input: unknown,
  counties: readonly YearRecords[],
  current: Period,
): Outcome<readonly MissingMonth[]> {
  const owed = counties.flatMap((each) =>
    missingMonthsOf(each, current).map((month) => ({ unitId: each.unitId, month })),
  );
  if (!Array.isArray(input) || input.length > owed.length) return refuse('assessment.annual-missing-moved');
  const refusals: Refusal[] = [];
  const given = input.map((entry) => recordOf(entry, ['unitId', 'month', 'reason']));
  const confirmed = owed.flatMap(({ unitId, month }): MissingMonth[] => {
    const found = given.find((each) => each?.['unitId'] === unitId && each['month'] === month);
    if (found === undefined || found === null) return [];
    const words = { label: '没有得分的理由', limit: ASSESSMENT_LIMITS.reason, isAsked: true };
    return [{ unitId, month, reason: textOf(refusals, found['reason'], words) }];
  });
  if (confirmed.length < owed.length) {
    refusals.unshift({ code: 'assessment.annual-missing', facts: { count: owed.length - confirmed.length } });
  }
  return refuseAll(refusals, () => confirmed);
}

/**
 * A fixed year corrected (更正): the months by their scores as they stand now, and of its innovations those that are not
 * named as counting no more. The rulings stay those by which it was made final.
 */
export function correctedYear(
  fixed: YearCase,
  now: Pick<YearCase, 'months' | 'regulation' | 'rulings'>,
  uncounted: readonly string[],
): Outcome<YearCase> {
  const known = new Set(fixed.innovations.map(({ id }) => id));
  if (uncounted.some((id) => !known.has(id))) return refuse('assessment.annual-innovation-unknown');
  const innovations = fixed.innovations.map((each) => ({ ...each, approved: !uncounted.includes(each.id) }));
  const [before, after] = [fixed, now].map(mostOfMonths);
  const months = now.months.map(({ most = after, ...month }) => ({ ...month, ...(most === before ? {} : { most }) }));
  return allow({ ...fixed, months, innovations });
}

/** Months whose points are no longer those that a fixed year was made from; the result wants a correction then. */
export function movedMonthsOf(fixed: Pick<YearCase, 'months'>, published: Pick<YearCase, 'months'>): readonly Period[] {
  const before = new Map(fixed.months.map(({ month, rawTotal }) => [month, rawTotal]));
  const now = new Map(published.months.map(({ month, rawTotal }) => [month, rawTotal]));
  const months = new Set([...before.keys(), ...now.keys()]);
  return [...months].sort().filter((month) => before.get(month) !== now.get(month));
}
