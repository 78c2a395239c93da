import type { Instant } from '../kernel';
import type { PathWords, VersionDifference } from './versions';

/** GET /api/reports/:id/history: texts of the last 30 days that lost against another device's, latest first; the unit's own. */
export interface DraftHistoryView {
  readonly rows: readonly DraftHistoryRow[];
}
export interface DraftHistoryRow extends PathWords {
  readonly id: string;
  readonly path: string;
  /** What was typed, as a change of the draft would carry it. */
  readonly value: unknown;
  /** The same as a person reads it. */
  readonly words: string | null;
  readonly device: string;
  readonly at: Instant;
}
/** GET /api/reports/:id/differences?from=1&to=2. */
export interface DifferencesView {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly VersionDifference[];
}
