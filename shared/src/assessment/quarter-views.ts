import type { Period } from '../kernel';
import type { ScoredYearFrame } from './history';
import type { Quarter, QuarterStanding, Telling, ToldQuarter } from './quarter';

/** The assessment behind a county's month, so that its number opens. */
export interface QuarterSource {
  readonly unitId: string;
  readonly period: Period;
  readonly assessmentId: string;
}

/** A quarter of a year, for the lead unit. */
export interface QuarterView extends Quarter, QuarterStanding {
  readonly told: ToldQuarter | null;
  /** What was told before that, the earliest first. */
  readonly earlier: readonly Telling[];
  /** Whether it can be told now: for the first time, or anew since a month was corrected. */
  readonly mayTell: boolean;
  readonly sources: readonly QuarterSource[];
}

/** GET /api/quarters: the quarters of a year (季度成绩), in the official order and no other. */
export interface QuartersView extends Omit<ScoredYearFrame, 'periods'> {
  readonly quarters: readonly QuarterView[];
}
