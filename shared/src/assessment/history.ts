import { minus, roundHalfUp, type Instant, type Period } from '../kernel';
import { scoreMonth, totalOf, type Exact, type MonthCase } from '../scoring';
import { exact, twoPlaces } from './lines';
import { withVerdicts, type Review } from './review';
import type { CountyQuarter } from './quarter';
import type { AssessmentState } from './states';

/** A number that was fixed for a month: 定稿 first, each 更正 after it. */
export interface FixedNumber {
  readonly number: number;
  readonly kind: 'final' | 'correction';
  /** Before the factor and after it, two places. */
  readonly raw: string;
  readonly score: string;
  /** Whether it follows other rulings than the one before it. */
  readonly isReruled: boolean;
  readonly reason: string;
  readonly byUnit: string;
  readonly at: Instant;
}

/** That a published score was let stand beside what came onto record since (不用更正), and why. */
export interface StoodNumber {
  readonly reason: string;
  readonly byUnit: string;
  readonly at: Instant;
}

/** One month of a county as it went: 自评, 复核, 定稿, 更正. What is not there yet, or not told yet, is null. */
export interface HistoryMonth {
  readonly period: Period;
  /** null where nothing was begun. */
  readonly assessmentId: string | null;
  readonly state: AssessmentState;
  /** When the self-assessment came in, also where only its receipt was noted; null while it has not. */
  readonly metAt: Instant | null;
  /** Before the factor (Q29). */
  readonly self: string | null;
  readonly reviewed: string | null;
  /** Reviews on which a 定稿 stood and that were stated anew since, each as it came out, oldest first. */
  readonly formerReviews: readonly string[];
  /** Oldest first; the last one holds. */
  readonly scores: readonly FixedNumber[];
  /** Oldest first. */
  readonly letStand: readonly StoodNumber[];
  readonly publishedAt: Instant | null;
}

/** A year's assessment with the years beside it. */
export interface ScoredYearFrame {
  readonly year: number;
  readonly serverNow: Instant;
  readonly previousYear: number | null;
  readonly nextYear: number | null;
  readonly periods: readonly Period[];
  readonly currentPeriod: Period;
}

/** GET /api/scores/history: one county's months over the year (纵向). */
export interface ScoreHistoryView extends ScoredYearFrame {
  readonly unitId: string;
  readonly unitName: string;
  /** Only the months in which the county is scored. */
  readonly months: readonly HistoryMonth[];
  /** The quarters that it was told (每季度通报, art. 12). */
  readonly quarters: readonly CountyQuarter[];
}

/** A county's month beside others: how far it is, and the number that holds. */
export interface ScoreCell {
  readonly period: Period;
  readonly assessmentId: string | null;
  readonly state: AssessmentState;
  /** Of the score that holds: its number, and its points before the factor and after it. All null while there is none. */
  readonly number: number | null;
  readonly raw: string | null;
  readonly score: string | null;
  readonly isCorrected: boolean;
}

export interface ScoreRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly cells: readonly ScoreCell[];
}

/** GET /api/scores: all counties' months side by side (横向), in the official order and no other. */
export interface ScoreMatrixView extends ScoredYearFrame {
  readonly rows: readonly ScoreRow[];
}

/** What stands below 各县得分, on screens and on paper. */
export const SCORES_NOTE = '按公文顺序排列，不排名次。月度得分已折算，有更正的按更正后的。';

/** What a confirmed review makes of its case, before the factor: two places. */
export function reviewedTotal(month: MonthCase, review: Review): string {
  return twoPlaces(exactReviewed(month, review));
}

/** The same, exactly. */
export function exactReviewed(month: MonthCase, { verdicts }: Review): Exact {
  return totalOf(scoreMonth(withVerdicts(month, verdicts)).trace);
}

/**
 * `29.86，比自评少5.71`: what a review came to beside the county's own total, alone where no sheet came. Both are exact, so
 * that the difference is what was cut, and not what the rounding made of it.
 */
export function reviewedWords(reviewed: Exact, self: Exact | null): string {
  const shown = twoPlaces(reviewed);
  if (self === null) return shown;
  const more = roundHalfUp(minus(exact(reviewed), exact(self)));
  if (/^-?0\.00$/.test(more)) return `${shown}，和自评一样`;
  return `${shown}，比自评${more.startsWith('-') ? `少${more.slice(1)}` : `多${more}`}`;
}

/** A confirmed review: when, and what it came to before the factor. */
export interface ReviewedNumber {
  readonly points: string;
  readonly at: Instant;
}

/**
 * The points of earlier reviews on which a 定稿 stood: each 定稿 stands on the last review before it. Left out where it is
 * the review that holds, or came to the same as the one after it. Both lists are oldest first.
 */
export function formerReviews(
  reviews: readonly ReviewedNumber[],
  scores: readonly Pick<FixedNumber, 'kind' | 'at'>[],
): readonly string[] {
  const stood = scores
    .filter(({ kind }) => kind === 'final')
    .map((score) => reviews.filter(({ at }) => at <= score.at).length - 1);
  const kept = reviews.filter((_, index) => index === reviews.length - 1 || stood.includes(index));
  return kept.flatMap(({ points }, index) => {
    const next = kept[index + 1];
    return next === undefined || next.points === points ? [] : [points];
  });
}

/** Whether a review is in force: it was confirmed, and no objection against it was upheld since. */
export function isReviewInForce(state: AssessmentState): boolean {
  return state !== 'draft' && state !== 'submitted';
}

/** Whether the score that was fixed last holds: it is final or published, and no finding or ruling has taken it back since (Q16). */
export function isScoreInForce(state: AssessmentState): boolean {
  return state === 'final' || state === 'published';
}
