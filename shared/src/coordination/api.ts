import type { DateText, Instant, Period } from '../kernel';
import type { UnitKind } from '../people';
import type { ContactChannel } from './channels';
import type { CoverageCell } from './coverage';

/** One unit's year of contacts. */
export interface CoverageRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly unitKind: UnitKind;
  /** In the order of the view's periods. */
  readonly cells: readonly CoverageCell[];
}

/** GET /api/contacts/coverage, `?year=2022` or the year that runs: each unit's months, units in official order. */
export interface CoverageView {
  readonly year: number;
  readonly serverNow: Instant;
  readonly periods: readonly Period[];
  /** The month that runs, else the nearest of the year. */
  readonly currentPeriod: Period;
  readonly rows: readonly CoverageRow[];
}

/** Where a line of the log comes from: written down by the lead unit, or a call of the call list that got through. */
export const CONTACT_SOURCES = ['entry', 'call-list'] as const;
export type ContactSource = (typeof CONTACT_SOURCES)[number];

/** One contact as the log shows it. */
export interface ContactView {
  readonly id: string;
  readonly unitId: string;
  readonly source: ContactSource;
  readonly contactedOn: DateText;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly result: string;
  readonly byName: string;
  readonly recordedAt: Instant;
  /** Struck out: it counts no more, and stays readable. */
  readonly struck: { readonly at: Instant; readonly byName: string; readonly reason: string } | null;
}

/** GET /api/contacts/units/:unitId, `?year=2022` or the year that runs: a unit's log, latest first. */
export interface ContactLogView {
  readonly unitId: string;
  readonly unitName: string;
  readonly year: number;
  readonly serverNow: Instant;
  readonly periods: readonly Period[];
  readonly cells: readonly CoverageCell[];
  readonly contacts: readonly ContactView[];
}

/** POST /api/contacts answers how many units it was noted for. */
export interface RecordContactRequest {
  readonly unitIds: readonly string[];
  readonly contactedOn: DateText;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly result: string;
}

/** What POST /api/contacts answers. */
export interface RecordedContacts {
  readonly contactIds: readonly string[];
}

/** POST /api/contacts/:id/strike `{ reason }` answers `{ contactId }`. */
