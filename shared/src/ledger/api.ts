import type { DateText, Instant, Period } from '../kernel';
import type { UnitKind } from '../people';
import type { SheetFault } from '../sheets';
import type { AskingHeading, LedgerHeading } from './headings';
import type { LedgerRow, MeasureFacts, PlannedMeasure } from './measure';
import type { MonthDeadlines } from './standing';
import type { RowAction } from './states';

/**
 * GET /api/ledger/month?period=2022-05&unitId=…: one unit's month; its own when no unit is named, the running or nearest
 * one when no month is.
 */
export interface LedgerMonthView {
  readonly period: Period;
  readonly serverNow: Instant;
  readonly unitId: string;
  readonly unitName: string;
  /** Months of the year that have something planned for the unit, in order. */
  readonly periods: readonly Period[];
  readonly headings: readonly AskingHeading[];
  /** The last day that counts for the month's score (Q6). */
  readonly cutOff: DateText | null;
  /** What is not done stands first, then by heading and number. */
  readonly rows: readonly LedgerRowView[];
  /** What stood as 按计划推进 when the month before ended, to be looked at again. */
  readonly recheck: readonly LedgerRowView[];
  /** Names and sizes of the files that evidence names. */
  readonly attachments: readonly LedgerAttachment[];
}
export interface LedgerAttachment {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}
/** One month of one measure, as its reader may use it. */
export interface LedgerRowView extends LedgerRow {
  readonly id: string;
  /** Counts every change of the row; what a score rests on is named by row and revision. */
  readonly revision: number;
  readonly measureId: string;
  readonly measure: MeasureFacts & { readonly number: number };
  /** Why it was not recognised; empty otherwise. */
  readonly returnedReason: string;
  readonly isScored: boolean;
  readonly changedAt: Instant;
  readonly actions: readonly RowAction[];
}

/** Body of PUT /api/ledger/rows/:id and of POST /api/ledger/rows/:id/:action. */
export interface RowRequest {
  /** The revision that was seen. */
  readonly revision: number;
  /** What the unit fills in; left out by who only changes the state. */
  readonly completion?: unknown;
  readonly reason?: string;
}

/** GET /api/ledger/year?year=2022, the running or nearest when none is named: the units that the reader may see, in official order. */
export interface LedgerYearView {
  readonly year: number;
  readonly serverNow: Instant;
  /** The months of the cycle, and the one that runs now. */
  readonly periods: readonly Period[];
  readonly currentPeriod: Period;
  readonly headings: readonly LedgerHeading[];
  /** Counts every change of the plan; an import names the one it was compared with. */
  readonly planRevision: number;
  /** Month by month, all units within sight together (R24). */
  readonly deadlines: readonly MonthDeadlines[];
  readonly units: readonly LedgerYearUnit[];
}
export interface LedgerYearUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  readonly cells: readonly LedgerYearCell[];
  /** Measures with all six ones, of how many. */
  readonly complete: number;
  readonly measures: number;
}
export interface LedgerYearCell {
  readonly period: Period;
  readonly total: number;
  readonly done: number;
  readonly onSchedule: number;
  /** Past their day and not done (R24). */
  readonly late: number;
}

/** GET /api/ledger/measures/:id: a measure with its months and everything that ever happened to it, latest first. */
export interface MeasureView {
  readonly id: string;
  readonly measure: PlannedMeasure;
  readonly unitName: string;
  readonly headings: readonly LedgerHeading[];
  readonly planRevision: number;
  readonly history: readonly LedgerRevisionView[];
}
export interface LedgerRevisionView {
  /** The month it concerns; null when it concerns the measure itself. */
  readonly period: Period | null;
  readonly number: number;
  readonly action: RowAction | 'plan' | 'ones' | 'score';
  readonly reason: string;
  readonly byName: string;
  readonly byUnitName: string;
  readonly at: Instant;
}

/** Body of PUT /api/ledger/measures: one measure as the lead unit types it, every field as text. */
export interface MeasureRequest {
  readonly year: number;
  readonly planRevision: number;
  /** null for a new one. */
  readonly number: number | null;
  readonly reason: string;
  readonly measure: MeasureInput;
}
export interface MeasureInput {
  readonly task: string;
  readonly heading: string;
  readonly title: string;
  readonly unit: string;
  readonly leader: string;
  readonly section: string;
  readonly scheme: string;
  readonly contact: string;
  readonly targetGoal: string;
  readonly targetUnit: string;
  readonly months: readonly MonthInput[];
}
export interface MonthInput {
  readonly month: string;
  readonly goal: string;
  readonly timetable: string;
  readonly nodeOn: string;
  readonly route: string;
  readonly detail: string;
}

/** GET /api/ledger/import?year=2022&attachmentId=…: what an import would do. Nothing is changed. */
export interface ImportPreview {
  readonly year: number;
  readonly planRevision: number;
  /** With any fault there is nothing to apply. */
  readonly faults: readonly SheetFault[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly changes: readonly ImportChange[];
}
export interface ImportChange {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly number: number | null;
  readonly unitName: string;
  readonly title: string;
  readonly words: readonly string[];
}
/** Body of POST /api/ledger/import. */
export interface ImportRequest {
  readonly year: number;
  readonly attachmentId: string;
  readonly planRevision: number;
  readonly reason: string;
}
/** What a change of plan came to. */
export interface PlanResult {
  readonly planRevision: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}
