import type { Instant, Period } from '../kernel';
import type { Channel, ObligationKind } from '../obligations';
import type { ReportContent, ReportForm } from './content';
import type { ReportAction, ReportState } from './states';

/**
 * One change of a draft: the field at `path` was `from` when the writer last saw it and shall be `to`.
 * Paths are id-keyed: `headings/h8/target/numerator`, `headings/h1/items/<id>` (a whole item, null = absent),
 * `headings/h1/items/<id>/work`, `headings/h1/items/<id>/evidence/<id>`, `headings/h1/noneReason`,
 * `problems/<id>`, `plans/<id>`, `signOff/signer`.
 */
export interface DraftChange {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}
/** Both sides changed one field differently. The server keeps `theirs` in the draft and `mine` in the draft's history. */
export interface DraftConflict {
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly theirDevice: string;
  readonly theirAt: Instant;
}
/** PUT /api/reports/:id/draft `{ revision, device, changes }`. */
export interface DraftView {
  readonly revision: number;
  readonly savedAt: Instant | null;
  readonly content: ReportContent;
  readonly conflicts: readonly DraftConflict[];
}

/** GET /api/reports/:id. A report is opened by POST /api/reports `{ obligationId }`, which answers the existing one if there is one. */
export interface ReportView {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly period: Period;
  /** What the year calls it, without the month: 月报. */
  readonly title: string;
  readonly state: ReportState;
  readonly form: ReportForm;
  readonly draft: DraftView;
  /** What the reader may do now, asked of the transition table. */
  readonly actions: readonly ReportAction[];
  readonly obligationId: string;
  readonly dueAt: Instant;
  readonly closesAt: Instant | null;
  readonly versions: readonly ReportVersionSummary[];
  /** The latest handed-in version, for reading; null before the first hand-in. */
  readonly submitted: ReportVersionView | null;
  readonly review: ReviewView | null;
  /** By when a report sent back now has to come again; null for whoever cannot send it back. */
  readonly returnDueAt: Instant | null;
  /** Last month's plan lines, shown beside this month's work. */
  readonly previousPlans: readonly { readonly id: string; readonly text: string }[];
  readonly attachments: readonly AttachmentView[];
}
export interface ReportVersionSummary {
  readonly number: number;
  /** When it truly reached the lead unit. */
  readonly submittedAt: Instant;
  readonly channel: Channel;
  /** Who handed it in; for one that was entered for the unit, unit and name of who entered it. */
  readonly byName: string;
  readonly isWithdrawn: boolean;
}
export interface ReportVersionView extends ReportVersionSummary {
  /** When it was recorded; later than `submittedAt` when it was entered for the unit. */
  readonly registeredAt: Instant;
  /** What the time of receipt rests on, for one that was entered for the unit; null for a hand-in in the app. */
  readonly basis: string | null;
  /** Originals of one that was entered for the unit; a hand-in in the app names its files in the content. */
  readonly attachmentIds: readonly string[];
  readonly content: ReportContent;
  readonly contentHash: string;
  /** What was answered to remarks of the return for which nothing was changed. */
  readonly answers: readonly ReturnAnswer[];
}
/** “没有改，原来就对”: why nothing was changed at a place that was sent back, by the path of its remark. */
export interface ReturnAnswer {
  readonly path: string;
  readonly text: string;
}
/** A remark on one line of a version, by its path. */
export interface ReviewRemark {
  readonly path: string;
  readonly text: string;
}
export interface ReviewView {
  readonly decision: 'accepted' | 'returned';
  readonly version: number;
  readonly remarks: readonly ReviewRemark[];
  readonly byUnit: string;
  readonly at: Instant;
  readonly correctionDueAt: Instant | null;
}
/** POST /api/reports/:id/submit `{ revision, device, content, answers? }` and GET /api/reports/:id/receipt. */
export interface ReceiptView {
  readonly reportId: string;
  readonly unitName: string;
  readonly period: Period;
  readonly title: string;
  /** Server time of the hand-in that counts for this version. */
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly channel: Channel;
  readonly receiptNumber: string;
  readonly version: number;
  /** SHA-256, hexadecimal, of the version's canonical JSON. */
  readonly contentHash: string;
  /** When the first hand-in came, which decides whether the month was on time (Q12). */
  readonly firstAt: Instant;
  readonly isOnTime: boolean;
  readonly dueAt: Instant;
  /** Why the due time is not the one the rule gave; null when it is. */
  readonly dueReason: string | null;
  /** Until when the reader may take it back: the due time of what it answers, which after a return is the correction's; null when not. */
  readonly withdrawUntil: Instant | null;
  /** The latest version that was entered for the unit, this or an earlier one, and what was said about it; null when none was. */
  readonly entry: EntryCheckView | null;
  readonly nextReminder: { readonly title: string; readonly on: Instant } | null;
  readonly nextObligation: {
    /** Null while it is not there yet, as next month's. */
    readonly id: string | null;
    readonly kind: ObligationKind;
    readonly title: string;
    readonly dueAt: Instant;
  } | null;
}
/** A hand-in that was entered for a unit: the unit may say within some working days that it came at another time. */
export interface EntryCheckView {
  readonly version: number;
  readonly channel: Channel;
  /** When it truly came, as put right last. */
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly by: string;
  readonly basis: string;
  /** The first instant at which the unit may object no more. */
  readonly until: Instant;
  readonly mayObject: boolean;
  readonly mayCorrect: boolean;
  readonly notes: readonly EntryNote[];
}
/** An objection of the unit, or a correction of the lead unit with the time before and after; never changed. */
export interface EntryNote {
  readonly kind: 'objection' | 'correction';
  readonly text: string;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly by: string;
  readonly at: Instant;
}
/** POST /api/reports/:id/object, and /api/entered-assessments/:obligationId/object, by the unit's liaison. */
export interface ObjectionRequest {
  readonly text: string;
}
/** POST /api/reports/:id/correct-time, and /api/entered-assessments/:obligationId/correct-time, by the lead unit. */
export interface TimeCorrectionRequest {
  readonly receivedAt: Instant;
  readonly reason: string;
}
export interface AttachmentView {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Whether it is for named persons alone: who opens it is kept, and it is not passed on. */
  readonly isReserved?: boolean;
}
/** GET /api/reports?period= for the lead unit: to review, in order of hand-in. */
export interface ReviewListView {
  readonly period: Period;
  /** What the year calls the month's reports: 月报, 招商月报. */
  readonly reportTitle: string;
  readonly rows: readonly ReviewRow[];
  /** Every month with reports that nobody has looked at, oldest first. */
  readonly waiting: readonly WaitingMonth[];
}
export interface WaitingMonth {
  readonly period: Period;
  readonly count: number;
}
export interface ReviewRow {
  readonly reportId: string;
  readonly unitName: string;
  readonly state: ReportState;
  readonly version: number;
  readonly submittedAt: Instant;
  readonly isOnTime: boolean;
}
/** POST /api/reports/enter-for (代录): a hand-in that came by e-mail, paper, fax or telephone. */
export interface EnterForRequest {
  readonly obligationId: string;
  readonly channel: Exclude<Channel, 'app'>;
  readonly receivedAt: Instant;
  readonly basis: string;
  /** The whole report, or the scores that a self-assessment gives itself; null when only originals came. */
  readonly content: object | null;
  readonly attachmentIds: readonly string[];
}
