import type { Instant, Period } from '../kernel';
import type { AdjustmentType, EmptyLedgerReading, RulingName } from './regulation';

/**
 * An exact number as text: `40`, `-40/3`; lowest terms, no decimals. Traces carry numbers so, because rounded ones do not
 * add up. `parseFraction` of the kernel reads it.
 */
export type Exact = string;

/** The rules that give or take points, as a trace names them. `floor` is there only when a sum below zero counts as zero. */
export type RuleName =
  | 'completion'
  | 'deduction'
  | 'timeliness'
  | 'information'
  | 'adjustment'
  | 'floor'
  | 'monthlyFactor'
  | 'taskPart'
  | 'innovation';

/** One reason for points: what was counted and reckoned. `factSentence` says it in Chinese. Ids stand in code-unit order. */
export type Fact =
  | { readonly kind: 'measures'; readonly listed: number; readonly done: number; readonly notDone: readonly string[] }
  | {
      readonly kind: 'equal-share';
      readonly points: Exact;
      readonly parts: number;
      readonly counted: number;
      readonly awarded: Exact;
    }
  | { readonly kind: 'empty-ledger'; readonly reading: EmptyLedgerReading; readonly awarded: Exact }
  | { readonly kind: 'spot-check'; readonly failed: readonly string[]; readonly each: Exact }
  | {
      readonly kind: 'shares-off';
      readonly points: Exact;
      readonly parts: number;
      readonly counted: number;
      readonly taken: Exact;
    }
  | { readonly kind: 'on-time'; readonly owed: number; readonly onTime: number; readonly points: Exact }
  | {
      readonly kind: 'late';
      readonly id: string;
      readonly what: string;
      readonly dueAt: Instant;
      readonly metAt: Instant;
      readonly each: Exact;
    }
  | {
      readonly kind: 'missing';
      readonly id: string;
      readonly what: string;
      readonly dueAt: Instant;
      readonly each: Exact;
    }
  | { readonly kind: 'run-out'; readonly points: Exact; readonly occurrences: number }
  | {
      readonly kind: 'high-quality' | 'adopted';
      readonly count: number;
      readonly each: Exact;
      readonly most: Exact;
      readonly awarded: Exact;
    }
  | { readonly kind: 'at-most'; readonly most: Exact }
  | {
      readonly kind: 'adjustments' | 'innovations';
      readonly approved: number;
      readonly pending: readonly string[];
      /** Of those that wait, and those that were refused for the month, where a case says it. */
      readonly undecided?: readonly string[];
      readonly notCarriedOut?: readonly { readonly id: string; readonly reason: string }[];
      readonly each: Exact;
      readonly most: Exact;
      readonly awarded: Exact;
    }
  | { readonly kind: 'below-zero'; readonly sum: Exact }
  | { readonly kind: 'factor'; readonly total: Exact; readonly factor: Exact; readonly awarded: Exact }
  | { readonly kind: 'average'; readonly sum: Exact; readonly months: number; readonly average: Exact }
  | { readonly kind: 'missing-months'; readonly months: readonly Period[] }
  | {
      /** Where months were published with different factors. */
      readonly kind: 'month-factors';
      readonly groups: readonly { readonly factor: Exact; readonly months: readonly Period[] }[];
      readonly sum: Exact;
    }
  | {
      readonly kind: 'annual-factors';
      readonly average: Exact;
      readonly factors: readonly Exact[];
      readonly awarded: Exact;
    }
  | { readonly kind: 'out-of-reach'; readonly heading: Exact; readonly most: Exact }
  | { readonly kind: 'ruling'; readonly ruling: RulingName; readonly value: string; readonly label: string };

/** Something that would have been otherwise. `applyAction` does it to a case, `actionSentence` says it in Chinese. */
export type Action =
  /** The measures are done, and no spot check finds otherwise. */
  | { readonly kind: 'complete-measures'; readonly measures: readonly string[] }
  /** They are handed in before they are due. */
  | { readonly kind: 'hand-in-on-time'; readonly obligations: readonly string[] }
  /** One piece of information more. */
  | { readonly kind: 'add-information'; readonly highQuality: boolean; readonly adopted: boolean }
  | { readonly kind: 'approve-adjustments'; readonly adjustments: readonly string[] }
  /** One approved adjustment more. */
  | { readonly kind: 'add-adjustment'; readonly type: AdjustmentType }
  | { readonly kind: 'approve-innovations'; readonly innovations: readonly string[] }
  /** One approved innovation more. */
  | { readonly kind: 'add-innovation'; readonly innovation: number }
  /** The months have that many points before the factor. */
  | { readonly kind: 'score-months'; readonly months: readonly Period[]; readonly rawTotal: Exact }
  | { readonly kind: 'rule'; readonly ruling: RulingName; readonly value: string; readonly label: string };

/** What one action would have changed the case's total by, exactly: a month's raw total, a year's total. Never 0. */
export interface Change {
  readonly action: Action;
  readonly delta: Exact;
}

/** One rule with its points, why, and what would have changed them. The `awarded` of all nodes add up to the total. */
export interface TraceNode {
  readonly rule: RuleName;
  readonly article: string;
  readonly awarded: Exact;
  readonly outOf: Exact;
  readonly because: readonly Fact[];
  readonly wouldChange: readonly Change[];
}
