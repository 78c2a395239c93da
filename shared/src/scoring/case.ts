import type { Instant, Period } from '../kernel';
import type { AdjustmentType, RulingOverrides } from './regulation';

/** A measure (措施) of the month's ledger, with what a spot check (抽查) came to. */
export interface ScoreMeasure {
  readonly id: string;
  readonly done: boolean;
  readonly failedSpotCheck: boolean;
}

/** Something that was owed in the month. It is on time when `metAt` lies before `dueAt`; null is never handed in. */
export interface ScoreObligation {
  readonly id: string;
  readonly kind: string;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
}

/** A piece of information (信息) with the marks of the lead unit. */
export interface ScoreInformation {
  readonly id: string;
  readonly highQuality: boolean;
  readonly adopted: boolean;
}

/** Why an adjustment does not count: nobody decided, its month was not confirmed, or it was not carried out there. */
export const ADJUSTMENT_STANDINGS = ['undecided', 'unconfirmed', 'not-carried-out'] as const;
export type AdjustmentStanding = (typeof ADJUSTMENT_STANDINGS)[number];

/** A dynamic adjustment (动态调整) that was applied for. */
export interface ScoreAdjustment {
  readonly id: string;
  readonly type: AdjustmentType;
  readonly approved: boolean;
  /** Of one that is not approved, where it is known; a case in a file does not say it. */
  readonly standing?: AdjustmentStanding;
  /** The lead unit's word on one that was not carried out. */
  readonly reason?: string;
}

/** An innovation (创新举措) that was applied for; `kind` is its number in the annex. */
export interface ScoreInnovation {
  readonly id: string;
  readonly kind: number;
  readonly approved: boolean;
}

/** A month's points before the factor: an exact decimal, or a fraction such as `455/7`. */
export interface ScoreMonth {
  readonly month: Period;
  readonly rawTotal: string;
  /**
   * The factor that the month was published with, where the months of a year differ in it; otherwise the one that the
   * year's rulings name. A case in a file has none.
   */
  readonly factor?: string;
  /**
   * What the month could give before the factor, as it was ruled, where that is not what the year's rulings say. A case
   * in a file has none.
   */
  readonly most?: string;
}

/** What a county's month is scored from. The order within the lists means nothing. */
export interface MonthCase {
  readonly kind: 'month';
  readonly regulation: string;
  readonly month: Period;
  readonly unit: string;
  readonly measures: readonly ScoreMeasure[];
  readonly obligations: readonly ScoreObligation[];
  readonly information: readonly ScoreInformation[];
  readonly adjustments: readonly ScoreAdjustment[];
  readonly rulings: RulingOverrides;
}

/** What a county's year is scored from. A month of the cycle that is not there counts 0. */
export interface YearCase {
  readonly kind: 'year';
  readonly regulation: string;
  readonly unit: string;
  readonly months: readonly ScoreMonth[];
  readonly innovations: readonly ScoreInnovation[];
  readonly rulings: RulingOverrides;
}

export type ScoreCase = MonthCase | YearCase;

/** Limits of a case, inclusive. Text in code points; `digits` are the characters of one number. */
export const CASE_LIMITS = { entries: 10_000, id: 100, unit: 200, digits: 200, factorPlaces: 12 } as const;
