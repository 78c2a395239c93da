import type { Instant, Period, Refusal } from '../kernel';
import type { Channel } from '../obligations';
import type { SpokenRuling } from '../rulings';
import type { MonthCase, Names, YearCase } from '../scoring';
import type { MissingMonth, YearMonthStanding } from './annual';
import type { AnnualAction, AnnualState } from './annual.states';
import type { CorrectionFact } from './beside';
import type { HeardObjection } from './decide';
import type { ScoredYearFrame } from './history';
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
  /** How it came, where the lead unit copied it (代录); null where the county handed it in. */
  readonly entry: SheetEntry | null;
}

/** A sheet that came by e-mail or on paper: how, what its time of receipt rests on, who copied it, and until when the county may put it right. */
export interface SheetEntry {
  readonly channel: Channel;
  readonly basis: string;
  readonly by: string;
  readonly registeredAt: Instant;
  readonly checkedUntil: Instant;
}

export interface ReviewOfSheetView {
  readonly number: number;
  readonly isConfirmed: boolean;
  /** The records' case that the verdicts are about. */
  readonly month: MonthCase;
  readonly review: Review;
  readonly byUnit: string;
  readonly at: Instant;
  /** Why it was stated anew: a finding, a ruling, a credit; empty where people reviewed. */
  readonly reason: string;
}

export interface ObjectionView extends HeardObjection {
  readonly text: string;
  readonly byName: string;
  readonly at: Instant;
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
  /** What was said of each thing where it is a correction; null otherwise. */
  readonly review: Review | null;
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
  /** What keeps a review that may be written from being confirmed now; null where nothing does. */
  readonly confirmRefusal: Refusal | null;
  /** What the records have otherwise than the published score, for the lead unit alone; empty where nothing is to be corrected. */
  readonly correctionFacts: readonly CorrectionFact[];
  readonly serverNow: Instant;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly channel: Channel | null;
  readonly objectionClosesAt: Instant | null;
  readonly objectionWorkingDays: number;
  /** Whether the month's spot check drew the unit. */
  readonly isDrawn: boolean;
  readonly regulationTitle: string;
  readonly records: MonthRecords;
  /** What its numbers speak of and the records count no more, by name. */
  readonly formerNames: Names;
  /** What was ruled on the regulation, for the numbers to name what they follow. */
  readonly register: readonly SpokenRuling[];
  /** What counted as 按计划推进 in the month before and is not done yet (Q6). */
  readonly recheck: readonly { readonly id: string; readonly title: string }[];
  /** The unit's own draft; empty for everybody else. */
  readonly draft: { readonly revision: number; readonly savedAt: Instant | null; readonly content: SheetDraft };
  readonly sheet: SheetView | null;
  /** What the lead unit had entered before the county put it right, oldest first. */
  readonly earlierSheets: readonly SheetView[];
  /** The latest review; a draft of it only for the lead unit. */
  readonly review: ReviewOfSheetView | null;
  /** The confirmed reviews before it, oldest first: what was told stays readable. */
  readonly earlierReviews: readonly ReviewOfSheetView[];
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
  /** A review was begun and not confirmed, and there is something to review. */
  readonly isUnderReview: boolean;
  /** It was handed in and taken back, and is waited for again. */
  readonly isTakenBack: boolean;
}

/** GET /api/assessments?period=2022-05: the lead unit's month. */
export interface AssessmentListView {
  readonly period: Period;
  readonly serverNow: Instant;
  readonly previousPeriod: Period | null;
  readonly nextPeriod: Period | null;
  readonly dueAt: Instant | null;
  readonly rows: readonly AssessmentRow[];
  /** How many counties could be made final now (全部定稿). */
  readonly finalisable: number;
  readonly mayPublish: boolean;
  /** What is still open in the month, county by county: 定稿 and 通报 ask about it, and do not forbid. */
  readonly openEnds: readonly OpenEnd[];
  /** Whether the month's spot check was promised and is not drawn: nothing becomes final before (Q17). */
  readonly isDrawPending: boolean;
}

/** A county whose month has something open: measures of a drawn one that nobody checked, adjustments that wait for a word. */
export interface OpenEnd {
  readonly unitName: string;
  readonly unchecked: number;
  readonly unconfirmed: number;
}

/** One month of a county's year. */
export interface AnnualMonthView {
  readonly month: Period;
  /** Where the month opens; null while nobody has begun it. */
  readonly assessmentId: string | null;
  readonly state: AssessmentState | null;
  readonly standing: YearMonthStanding;
  /** The score that holds, two places: as it was fixed, or as it was last corrected. */
  readonly score: { readonly raw: string; readonly score: string; readonly isCorrected: boolean } | null;
}

/** An innovation (创新举措) of the year, with what it is called. */
export interface AnnualInnovation {
  readonly id: string;
  readonly kind: number;
  readonly title: string;
  readonly approved: boolean;
}

/** A county's year as it was fixed: its case gives the same bytes for ever, by `scoreYear`. */
export interface AnnualResultView {
  readonly number: number;
  readonly kind: 'final' | 'correction';
  readonly year: YearCase;
  readonly taskPart: string;
  readonly innovation: string;
  readonly total: string;
  readonly reason: string;
  readonly byUnit: string;
  readonly at: Instant;
}

/** One county of a year. */
export interface AnnualRow {
  readonly unitId: string;
  readonly unitName: string;
  /** Every month of the cycle, first to last. */
  readonly months: readonly AnnualMonthView[];
  readonly innovations: readonly AnnualInnovation[];
  /** What the records would give now, only for the lead unit: the result until the year is final, then what a correction starts from. */
  readonly preview: YearCase | null;
  /** What was fixed, oldest first; the last one holds. Empty until the year is final. */
  readonly results: readonly AnnualResultView[];
  /** Months that count 0, with why, as they were confirmed when the year was made final. */
  readonly missing: readonly MissingMonth[];
  /** Months whose score was corrected since the result that holds. */
  readonly moved: readonly Period[];
}

/** An approved adjustment that counted to no month of a year, for nobody said whether it was carried out. */
export interface ForgottenAdjustment {
  readonly id: string;
  readonly unitName: string;
  readonly title: string;
}

/** GET /api/annual-results?year=2022: the lead unit all counties in the official order, a county its own row. */
export interface AnnualView extends Pick<ScoredYearFrame, 'year' | 'serverNow' | 'previousYear' | 'nextYear'> {
  readonly regulation: string;
  readonly regulationTitle: string;
  /** What was ruled on the regulation, for the numbers to name what they follow. */
  readonly register: readonly SpokenRuling[];
  readonly months: readonly Period[];
  readonly state: AnnualState;
  readonly actions: readonly AnnualAction[];
  /** Everything that stands against 定稿 now, in the words of the registry; only for the lead unit while the year is open. */
  readonly hindrances: readonly Refusal[];
  /** Approved adjustments that no month counts and one still waits for; beside the hindrances, and no hindrance. */
  readonly forgotten: readonly ForgottenAdjustment[];
  /** Names what was looked at: 定稿 sends it back, and is refused when the records have moved since. */
  readonly seal: string | null;
  readonly finalisedAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly byUnit: string | null;
  readonly rows: readonly AnnualRow[];
}

/** POST /api/annual-results/finalise. Missing months: exactly those whose standing is `missing`, each with a reason. */
export interface FinaliseYearRequest {
  readonly year: number;
  readonly seal: string;
  readonly missing: readonly MissingMonth[];
}

/** POST /api/annual-results/correct: one county. `number` is the result that was looked at. */
export interface CorrectYearRequest {
  readonly year: number;
  readonly unitId: string;
  readonly number: number;
  /** Ids of innovations that count no more; the others of the fixed year count. */
  readonly uncounted: readonly string[];
  readonly reason: string;
}
