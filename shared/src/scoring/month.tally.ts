import type { AdjustmentStanding, MonthCase, ScoreAdjustment, ScoreMeasure, ScoreObligation } from './case';

/** A month's case counted. Lists stand in the order of their ids, so that the order of the input means nothing. */
export interface MonthTally {
  readonly listed: number;
  readonly notDone: readonly string[];
  /** Done, and found undone by a spot check. What was not done in the first place loses nothing twice. */
  readonly failed: readonly string[];
  readonly owed: number;
  /** Handed in at or after the due time, or never. */
  readonly late: readonly ScoreObligation[];
  readonly highQuality: number;
  readonly adopted: number;
  readonly approved: number;
  /** Not approved, and not refused for the month. */
  readonly pending: readonly string[];
  /** What is known of why they do not count; null where a case does not say it. */
  readonly uncounted: UncountedAdjustments | null;
}

/** Adjustments that do not count in a month: nobody decided about them, or they were not carried out, with the lead unit's word. */
export interface UncountedAdjustments {
  readonly undecided: readonly string[];
  readonly notCarriedOut: readonly { readonly id: string; readonly reason: string }[];
}

/** Whether an obligation counts as late or missing (迟报、漏报): not met before its first late instant. */
export function isLate({ dueAt, metAt }: ScoreObligation): boolean {
  return metAt === null || metAt >= dueAt;
}

/** Counts a case, walking each list once. */
export function tallyMonth(month: MonthCase): MonthTally {
  const { notDone, failed } = sortMeasures(month.measures);
  const late = month.obligations.filter(isLate);
  if (late.length > 1) late.sort((one, other) => (one.id < other.id ? -1 : 1));
  const { adjustments } = month;
  const pending = idsOf(adjustments, ({ approved, standing }) => !approved && standing !== 'not-carried-out');
  return {
    listed: month.measures.length,
    notDone,
    failed,
    owed: month.obligations.length,
    late,
    highQuality: countOf(month.information, ({ highQuality }) => highQuality),
    adopted: countOf(month.information, ({ adopted }) => adopted),
    approved: countOf(adjustments, ({ approved }) => approved),
    pending,
    uncounted: uncountedIn(adjustments),
  };
}

function uncountedIn(adjustments: readonly ScoreAdjustment[]): UncountedAdjustments | null {
  if (adjustments.every(({ approved, standing }) => approved || standing === undefined)) return null;
  const of = (asked: AdjustmentStanding) => idsOf(adjustments, (one) => !one.approved && one.standing === asked);
  const reasons = new Map(adjustments.map(({ id, reason = '' }) => [id, reason]));
  const notCarriedOut = of('not-carried-out').map((id) => ({ id, reason: reasons.get(id) ?? '' }));
  return { undecided: of('undecided'), notCarriedOut };
}

function sortMeasures(measures: readonly ScoreMeasure[]): Pick<MonthTally, 'notDone' | 'failed'> {
  const notDone: string[] = [];
  const failed: string[] = [];
  for (const measure of measures) {
    if (!measure.done) notDone.push(measure.id);
    else if (measure.failedSpotCheck) failed.push(measure.id);
  }
  return { notDone: notDone.sort(), failed: failed.sort() };
}

/** The ids of the entries that a test picks, in code-unit order. */
export function idsOf<T extends { readonly id: string }>(
  entries: readonly T[],
  isPicked: (entry: T) => boolean,
): readonly string[] {
  const ids: string[] = [];
  for (const entry of entries) if (isPicked(entry)) ids.push(entry.id);
  return ids.sort();
}

function countOf<T>(entries: readonly T[], isPicked: (entry: T) => boolean): number {
  let count = 0;
  for (const entry of entries) if (isPicked(entry)) count += 1;
  return count;
}
