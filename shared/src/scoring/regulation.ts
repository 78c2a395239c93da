import type { Fraction, Period } from '../kernel';

/** The kinds of dynamic adjustment (动态调整), in the order of the annex. */
export const ADJUSTMENT_TYPES = ['added-task', 'raised-target', 'local-innovation'] as const;
export type AdjustmentType = (typeof ADJUSTMENT_TYPES)[number];

/** What a month earns whose ledger is empty. */
export const EMPTY_LEDGER_READINGS = ['full', 'zero'] as const;
export type EmptyLedgerReading = (typeof EMPTY_LEDGER_READINGS)[number];

/** The factors that an annual reading can take into account. */
export type FactorName = 'monthlyFactor' | 'annualFactor';

/** Points for each of something, up to a most. */
export interface CountedPoints {
  readonly each: Fraction;
  readonly most: Fraction;
}

/** One reading of how the material (工作材料报送) is scored. */
export interface MaterialsReading {
  readonly label: string;
  /** All points when nothing is late, less `each` for one obligation late or missing. */
  readonly timeliness: { readonly points: Fraction; readonly each: Fraction };
  readonly information: {
    readonly highQuality: CountedPoints;
    readonly adopted: CountedPoints;
    /** Both together. */
    readonly most: Fraction;
  };
}

/** One reading of how nine months become the year's task part: which factors their average is taken by. */
export interface AnnualReading {
  readonly label: string;
  readonly factors: readonly FactorName[];
}

/** What the switches of a regulation are set to: rulings (解释口径) by name. Decimals are text, so that they stay exact. */
export interface Rulings {
  /** Between 0 and 1. */
  readonly monthlyFactor: string;
  /** Between 0 and 1. */
  readonly annualFactor: string;
  readonly emptyLedger: EmptyLedgerReading;
  /** The id of a `MaterialsReading`. */
  readonly materials: string;
  /** Points, at most two places. */
  readonly adjustmentCap: string;
  /** The id of an `AnnualReading`. */
  readonly annualReading: string;
}
export type RulingName = keyof Rulings;
/** The rulings of one case: only those that differ from the regulation's own need to be named. */
export type RulingOverrides = Partial<Rulings>;

/** A switch as the register shows it: the question it answers, where the text leaves it open, and how the text is read without a ruling. */
export interface RulingQuestion<T extends string = string> {
  /** The question's number in docs/regulation.md. */
  readonly question: string;
  readonly article: string;
  readonly title: string;
  readonly standard: T;
}

/**
 * A regulation's scoring as data: every number with the article it comes from. Another group or another year is another
 * file of this shape; an old month is always scored by the regulation it names.
 */
export interface Regulation {
  readonly id: string;
  readonly title: string;
  readonly issuedOn: string;
  /** First and last month that are scored, inclusive. */
  readonly cycle: { readonly first: Period; readonly last: Period; readonly article: string };
  readonly completion: { readonly article: string; readonly points: Fraction };
  /** `shares`: how many times its own share a measure loses that a spot check finds undone. */
  readonly spotCheck: { readonly article: string; readonly shares: Fraction };
  /** `printed`: whose points the sheet says (annex 3), up to their number. */
  readonly timeliness: { readonly article: string; readonly printed: string };
  /** Where the sheet (annex 3) may be sent by e-mail, as it prints; left out where the regulation names no mailbox. */
  readonly mailbox?: string;
  /** `printed`: what the sheet calls an adopted item. */
  readonly information: { readonly article: string; readonly printed: string };
  readonly materials: Readonly<Record<string, MaterialsReading>>;
  readonly adjustment: {
    readonly article: string;
    readonly each: Fraction;
    readonly types: Readonly<Record<AdjustmentType, { readonly article: string; readonly title: string }>>;
  };
  /** `points`: what a month can reach before the factor. */
  readonly month: { readonly article: string; readonly points: Fraction };
  readonly taskPart: {
    readonly article: string;
    readonly points: Fraction;
    /** The average divides by this, however many months have a score. */
    readonly months: number;
    readonly readings: Readonly<Record<string, AnnualReading>>;
  };
  readonly innovation: {
    readonly article: string;
    readonly each: Fraction;
    readonly points: Fraction;
    /** What counts, by its number in the annex. */
    readonly kinds: Readonly<Record<number, string>>;
  };
  readonly rulings: { readonly [Name in RulingName]: RulingQuestion<Rulings[Name]> };
}
