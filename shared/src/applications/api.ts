import type { Instant, Period } from '../kernel';
import type { AttachmentView, Evidence } from '../reporting';
import type { BasisDocument } from './content';
import type { MonthVerdict } from './crediting';
import type { ApplicationCategory, ApplicationKind, Credit } from './settings';
import type { ApplicationAction, ApplicationState } from './states';

/** POST /api/applications. */
export interface ApplicationRequest {
  readonly year: number;
  readonly category: ApplicationCategory;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly basis: BasisDocument;
  readonly evidence: readonly Evidence[];
  readonly fromPeriod: Period | null;
  /** The application that ended without points and is applied for again. */
  readonly earlierId: string | null;
}

/** POST /api/applications/:id/decide, and with only a reason POST /api/applications/:id/revoke. */
export interface DecisionRequest {
  readonly decision: 'approve' | 'refuse';
  /** May be empty for an approval. */
  readonly reason: string;
}

/** Where an application stands after a command. */
export interface ApplicationStanding {
  readonly id: string;
  readonly state: ApplicationState;
}

/** An application as lists show it. */
export interface ApplicationRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly category: ApplicationCategory;
  readonly kind: string;
  readonly kindTitle: string;
  readonly credit: Credit;
  readonly title: string;
  readonly state: ApplicationState;
  readonly submittedAt: Instant;
  readonly fromPeriod: Period | null;
  /** The months to which it counts; for an innovation none, since it counts to the year. */
  readonly creditedPeriods: readonly Period[];
  /** The first month to which it counts no more (停止记分); null while it goes on. */
  readonly endedFrom: Period | null;
  /** The reason of the last decision; empty while there is none. */
  readonly reason: string;
  /** Whether the same thing is also applied for in the other way (Q23). */
  readonly isOverlapping: boolean;
}

/** GET /api/applications?year=2022: for the lead unit what is to be decided first, then the latest first. */
export interface ApplicationListView {
  readonly year: number;
  readonly rows: readonly ApplicationRow[];
  readonly kinds: readonly ApplicationKind[];
  /** The months of the cycle. */
  readonly months: readonly Period[];
  readonly mayApply: boolean;
}

/** Something that happened to an application. */
export interface ApplicationEvent {
  readonly kind: Exclude<ApplicationState, 'draft'> | 'ended' | MonthVerdict;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  /** The month that it is about. */
  readonly period: Period | null;
}

/** Another application that one refers to. */
export interface ApplicationReference {
  readonly id: string;
  readonly title: string;
  readonly kindTitle: string;
  readonly state: ApplicationState;
}

/** GET /api/applications/:id. */
export interface ApplicationView extends ApplicationRow {
  readonly year: number;
  readonly text: string;
  readonly article: string;
  readonly basis: BasisDocument;
  readonly evidence: readonly Evidence[];
  readonly attachments: readonly AttachmentView[];
  readonly actions: readonly ApplicationAction[];
  /** For the lead unit: it counted in what was told to all, and nothing of it is left to confirm, so that only a 更正 changes it. */
  readonly isTold: boolean;
  /** For the lead unit: the months from which it can stop to count; none where it may not be ended. */
  readonly endMonths: readonly Period[];
  /** What happened, the earliest first. */
  readonly history: readonly ApplicationEvent[];
  readonly overlaps: readonly ApplicationReference[];
  /** The one it was applied for again after, and the one that came after it. */
  readonly earlier: ApplicationReference | null;
  readonly later: ApplicationReference | null;
}

/** POST /api/applications/:id/end is an `EndRequest`; POST /api/applications/:id/months is a `MonthRequest`; GET /api/application-months?period=2022-05. */
export interface ApplicationMonthView {
  readonly period: Period;
  /** The months of the cycle up to the one that runs. */
  readonly periods: readonly Period[];
  /** What counts month by month, in the official order of the units. */
  readonly rows: readonly ApplicationMonthRow[];
}
export interface ApplicationMonthRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly title: string;
  readonly kindTitle: string;
  /** null: nobody has said yet. */
  readonly verdict: MonthVerdict | null;
  readonly reason: string;
}
