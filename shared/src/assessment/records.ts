import type { Instant, Period } from '../kernel';
import type { Evidence } from '../ledger';
import type { MonthCase, Names, RulingOverrides, ScoreAdjustment, ScoreInformation } from '../scoring';

/** A measure of the month's ledger as a sheet shows it. */
export interface MeasureRecord {
  readonly id: string;
  readonly title: string;
  /** Done, or on schedule because its day lies after the cut-off (Q6). */
  readonly done: boolean;
  readonly evidence: readonly Evidence[];
}

/** Something that was owed in the month, with what it is called. */
export interface OwedRecord {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
}

/** What is on record of a county's month: everything that its score is made from. */
export interface MonthRecords {
  readonly regulation: string;
  readonly period: Period;
  readonly unitId: string;
  readonly measures: readonly MeasureRecord[];
  readonly obligations: readonly OwedRecord[];
  readonly information: readonly (ScoreInformation & { readonly title: string })[];
  readonly adjustments: readonly (ScoreAdjustment & { readonly title: string })[];
  /** Measures that the month's spot check found undone. */
  readonly failedMeasures: readonly string[];
  readonly rulings: RulingOverrides;
}

/**
 * The engine's case of a month at a moment: what is not handed in counts only once it is due. `handsInNow` reckons with
 * the self-assessment as handed in at that moment, as the county does that looks at its sheet.
 */
export function caseOf(records: MonthRecords, now: Instant, handsInNow = false): MonthCase {
  const { regulation, period: month, unitId: unit, rulings } = records;
  const failed = new Set(records.failedMeasures);
  const obligations = records.obligations.map(({ id, kind, dueAt, metAt }) => {
    const isNow = handsInNow && kind === 'self-assessment' && metAt === null;
    return { id, kind, dueAt, metAt: isNow ? now : metAt };
  });
  return {
    kind: 'month',
    regulation,
    month,
    unit,
    measures: records.measures.map(({ id, done }) => ({ id, done, failedSpotCheck: failed.has(id) })),
    obligations: obligations.filter(({ metAt, dueAt }) => metAt !== null || dueAt <= now),
    information: records.information.map(({ id, highQuality, adopted }) => ({ id, highQuality, adopted })),
    adjustments: records.adjustments.map(({ id, type, approved }) => ({ id, type, approved })),
    rulings,
  };
}

/** What the ids of a month are called, for the sentences of its trace. */
export function namesOf({ measures, obligations, information, adjustments }: MonthRecords): Names {
  return Object.fromEntries(
    [...measures, ...obligations, ...information, ...adjustments].map(({ id, title }) => [id, title]),
  );
}
