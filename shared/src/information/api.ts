import type { DateText, Instant, Period } from '../kernel';
import type { AttachmentView, Evidence } from '../reporting';
import type { Adopter, MarkKind, MarkRequest } from './marks';
import type { InformationPoints } from './credit';
import type { WorkUpdateAction, WorkUpdateState } from './states';

/** POST /api/work-updates, and POST /api/work-updates/:id/send for one that was taken back. */
export interface WorkUpdateRequest {
  readonly title: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** POST /api/work-updates/:id/marks: what the lead unit says about the version it has read. */
export interface MarkUpdateRequest extends MarkRequest {
  readonly version: number;
}

/** Where a work update stands after a command. */
export interface WorkUpdateStanding {
  readonly id: string;
  readonly state: WorkUpdateState;
  readonly version: number;
}

/** What was said about a work update. */
export interface MarkView {
  readonly id: string;
  readonly kind: MarkKind;
  readonly adopter: Adopter | null;
  readonly reason: string;
  readonly confirmedOn: DateText | null;
  readonly creditedPeriod: Period | null;
  readonly byUnit: string;
  readonly at: Instant;
  readonly withdrawal: { readonly reason: string; readonly at: Instant } | null;
}

/** The bulletin in which a work update stands. */
export interface InBulletin {
  readonly id: string;
  readonly number: number;
  readonly period: Period;
}

/** A work update as lists show it. */
export interface WorkUpdateRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly state: WorkUpdateState;
  readonly version: number;
  readonly title: string;
  readonly characters: number;
  readonly evidence: number;
  readonly sentAt: Instant;
  /** For the lead unit: nobody there has opened it yet. Always false for the unit itself. */
  readonly isUnread: boolean;
  /** The marks that stand. */
  readonly marks: readonly MarkView[];
  readonly bulletin: InBulletin | null;
}

/** GET /api/work-updates?period=2022-05: what was sent in a month, the latest first; for the lead unit the unread first. */
export interface WorkUpdateListView {
  readonly period: Period;
  readonly rows: readonly WorkUpdateRow[];
  readonly criteria: string;
  /** What the unit's month is worth; null for units that are not scored, and for the lead unit. */
  readonly points: InformationPoints | null;
  /** Other months in which something was sent, the latest first. */
  readonly others: readonly { readonly period: Period; readonly count: number }[];
}

/** GET /api/work-updates/:id. */
export interface WorkUpdateView extends WorkUpdateRow {
  readonly text: string;
  readonly evidenceList: readonly Evidence[];
  readonly attachments: readonly AttachmentView[];
  readonly actions: readonly WorkUpdateAction[];
  readonly byName: string;
  readonly criteria: string;
  /** Every mark ever made, withdrawn ones too, the earliest first. */
  readonly history: readonly MarkView[];
}

/** GET /api/bulletins?year=2022, the latest first. */
export interface BulletinListView {
  readonly year: number;
  readonly bulletins: readonly BulletinView[];
}
export interface BulletinView extends InBulletin {
  readonly sentOn: DateText;
  readonly byName: string;
  readonly items: readonly {
    readonly updateId: string;
    readonly unitName: string;
    readonly title: string;
    readonly isAdopted: boolean;
  }[];
}
