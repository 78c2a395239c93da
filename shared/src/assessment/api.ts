import type { Instant, Period } from '../kernel';
import type { Channel } from '../obligations';
import type { MonthCase } from '../scoring';
import type { SheetLine } from './lines';
import type { MonthRecords } from './records';
import type { Review } from './review';
import type { SheetDraft } from './sheet';
import type { AssessmentAction, AssessmentState } from './states';

/** A sheet as it was handed in: the county's part, and the case that it stood on. Its points are those of `sheetPoints`. */
export interface SheetContent {
  readonly draft: SheetDraft;
  /** With the county's statements in it. */
  readonly month: MonthCase;
  readonly total: string;
}

export interface SheetView {
  readonly number: number;
  readonly content: SheetContent;
  readonly contentHash: string;
  readonly receivedAt: Instant;
  readonly byName: string;
}

export interface ReviewOfSheetView {
  readonly number: number;
  readonly isConfirmed: boolean;
  /** The records' case that the verdicts are about. */
  readonly month: MonthCase;
  readonly review: Review;
  readonly byUnit: string;
  readonly at: Instant;
}

export interface ObjectionView {
  readonly number: number;
  readonly line: SheetLine;
  readonly text: string;
  readonly byName: string;
  readonly at: Instant;
  readonly answer: 'upheld' | 'refused' | null;
  readonly answerReason: string;
  readonly answeredAt: Instant | null;
}

/** A score as it was fixed: its case gives the same bytes for ever. */
export interface ScoreView {
  readonly number: number;
  readonly kind: 'final' | 'correction';
  readonly month: MonthCase;
  readonly raw: string;
  readonly score: string;
  readonly reason: string;
  readonly byUnit: string;
  readonly at: Instant;
}

/** GET /api/assessments/:id: one county's month, as its reader may see it. */
export interface AssessmentView {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly state: AssessmentState;
  /** Counts every change; a review names the one it was written upon. */
  readonly version: number;
  readonly actions: readonly AssessmentAction[];
  readonly serverNow: Instant;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  readonly objectionClosesAt: Instant | null;
  readonly objectionWorkingDays: number;
  readonly regulationTitle: string;
  readonly records: MonthRecords;
  /** The unit's own draft; empty for everybody else. */
  readonly draft: { readonly revision: number; readonly savedAt: Instant | null; readonly content: SheetDraft };
  readonly sheet: SheetView | null;
  /** The latest review; a draft of it only for the lead unit. */
  readonly review: ReviewOfSheetView | null;
  readonly objections: readonly ObjectionView[];
  /** What was fixed, oldest first; the last one holds. */
  readonly scores: readonly ScoreView[];
}

/** One county of GET /api/assessments?period=2022-05, in the official order. */
export interface AssessmentRow {
  readonly assessmentId: string | null;
  readonly obligationId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly state: AssessmentState;
  readonly metAt: Instant | null;
  /** A review was begun and not confirmed. */
  readonly isUnderReview: boolean;
}

/** GET /api/assessments?period=2022-05: the lead unit's month. */
export interface AssessmentListView {
  readonly period: Period;
  readonly serverNow: Instant;
  readonly previousPeriod: Period | null;
  readonly nextPeriod: Period | null;
  readonly dueAt: Instant | null;
  readonly rows: readonly AssessmentRow[];
  readonly mayPublish: boolean;
}
