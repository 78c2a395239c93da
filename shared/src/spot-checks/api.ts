import type { Instant, Period } from '../kernel';
import type { RowState } from '../ledger';
import type { Drawn, WeighedCandidate } from './draw';
import type { Verdict } from './findings';
import type { SpotCheckAction, SpotCheckState } from './states';

/** A month of the list from which a draw is picked. */
export interface SpotCheckMonth {
  readonly period: Period;
  readonly state: SpotCheckState;
}

/** GET /api/spot-checks?period=2022-05: a month's draw with all that proves it; the same for everybody of the group. */
export interface SpotCheckView {
  readonly period: Period;
  readonly serverNow: Instant;
  readonly state: SpotCheckState;
  /** The months of the cycle, first to last. */
  readonly months: readonly SpotCheckMonth[];
  /** When the promise is announced by itself, when the month begins, and from when it may be drawn. */
  readonly announcesAt: Instant;
  readonly beginsAt: Instant;
  readonly drawableAt: Instant;
  readonly units: number;
  readonly mostMonths: number;
  /** The SHA-256 of the seed; null until announced. */
  readonly commitment: string | null;
  readonly announcedAt: Instant | null;
  /** What was drawn; null until then. */
  readonly draw: DrawView | null;
  readonly actions: readonly SpotCheckAction[];
}

/** A draw that was made. */
export interface DrawView {
  readonly seed: string;
  readonly revealedAt: Instant;
  readonly byUnit: string;
  /** In official order. */
  readonly candidates: readonly WeighedCandidate[];
  readonly drawn: readonly Drawn[];
}

/** POST /api/spot-checks/announce and /api/spot-checks/draw. */
export interface SpotCheckRequest {
  readonly period: Period;
}

/** What was found about a measure. */
export interface FindingView {
  readonly id: string;
  readonly verdict: Verdict;
  readonly text: string;
  readonly files: readonly FindingFile[];
  readonly byName: string;
  readonly byUnit: string;
  readonly at: Instant;
  readonly withdrawal: { readonly reason: string; readonly byName: string; readonly at: Instant } | null;
}
export interface FindingFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** A measure of a drawn unit's month. */
export interface CheckedMeasure {
  readonly measureId: string;
  /** Its row of the month, by which scores know it. */
  readonly rowId: string;
  readonly number: number;
  readonly title: string;
  /** What the unit says of it. */
  readonly state: RowState;
  readonly work: string;
  /** The finding that stands. */
  readonly finding: FindingView | null;
  /** Those that were withdrawn, the earliest first. */
  readonly withdrawn: readonly FindingView[];
}

/** GET /api/spot-checks/findings?period=2022-05: the drawn units within the reader's scope. */
export interface FindingListView {
  readonly period: Period;
  readonly serverNow: Instant;
  readonly state: SpotCheckState;
  readonly actions: readonly SpotCheckAction[];
  /** The month was told to all: what is found now changes a score only by a 更正 (Q16). */
  readonly isPublished: boolean;
  readonly units: readonly {
    readonly unitId: string;
    readonly unitName: string;
    readonly measures: readonly CheckedMeasure[];
  }[];
}

/** POST /api/spot-checks/findings. */
export interface FindingRequest {
  readonly period: Period;
  readonly unitId: string;
  readonly measureId: string;
  readonly verdict: Verdict;
  readonly text: string;
  readonly attachmentIds: readonly string[];
}

/** POST /api/spot-checks/findings/:id/withdraw. */
export interface WithdrawFindingRequest {
  readonly reason: string;
}
