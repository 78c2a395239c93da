import { canonicalJson } from '../kernel';
import { isLate, type MonthCase } from '../scoring';

/** What a score counts beside its measures. */
export type Counted = Pick<MonthCase, 'obligations' | 'information' | 'adjustments'>;

/** A month as its records have it by now: what counts, and whether each measure is done by the ledger. */
export interface RecordedMonth extends Counted {
  readonly measures: readonly Pick<MonthCase['measures'][number], 'id' | 'done'>[];
}

export const NOTHING_BESIDE: Counted = { obligations: [], information: [], adjustments: [] };

/**
 * What the records have that a fixed score does not count, as they have it: what came late or never, what was credited,
 * what was approved. It counts only where a 更正 says so.
 */
export function besideOf(scored: MonthCase, records: Counted): Counted {
  const late = new Set(scored.obligations.filter(isLate).map(({ id }) => id));
  const counted = textsOf([...scored.information, ...scored.adjustments]);
  return {
    obligations: records.obligations.filter((each) => isLate(each) && !late.has(each.id)),
    information: records.information.filter((each) => !counted.has(canonicalJson(each))),
    adjustments: records.adjustments.filter((each) => each.approved && !counted.has(canonicalJson(each))),
  };
}

/** One thing that the records have otherwise than a published score counts it, as they have it. */
export type CorrectionFact = string;

/**
 * What the records say by now otherwise than a published score counts, so that only a 更正 can follow it. What they said
 * already when somebody judged the month last (`judged`) was judged with it.
 */
export function correctionFacts(
  scored: MonthCase,
  records: RecordedMonth,
  judged: RecordedMonth,
): readonly CorrectionFact[] {
  const { obligations, information, adjustments } = besideOf(scored, records);
  const seen = textsOf([...judged.obligations, ...judged.information, ...judged.adjustments]);
  const came = [...textsOf([...obligations, ...information, ...adjustments])].filter((text) => !seen.has(text));
  return [
    ...came,
    ...overCounted(scored, records, judged).map((id) => `gone ${id}`),
    ...movedMeasures(scored, records, judged).map((id) => `measure ${id}`),
  ];
}

/** Whether something of it is still to be corrected: not all was let stand (不用更正). */
export function correctionDue(facts: readonly CorrectionFact[], letStand: readonly CorrectionFact[]): boolean {
  return facts.some((fact) => !letStand.includes(fact));
}

/** What counts, for the county or against it, and the records had when it was judged, but have no more. */
function overCounted(scored: MonthCase, records: Counted, judged: Counted): readonly string[] {
  const [now, then] = [countingIn(records), countingIn(judged)];
  return [...countingIn(scored)].filter((id) => then.has(id) && !now.has(id));
}

/** What costs a county points or gives it some, beside its measures. */
function countingIn({ obligations, information, adjustments }: Counted): ReadonlySet<string> {
  const counting = [...obligations.filter(isLate), ...information, ...adjustments.filter(({ approved }) => approved)];
  return new Set(counting.map(({ id }) => id));
}

function movedMeasures(scored: MonthCase, records: RecordedMonth, judged: RecordedMonth): readonly string[] {
  const [counted, then] = [doneIn(scored), doneIn(judged)];
  const moved = records.measures.filter(({ id, done }) => counted.get(id) === !done && then.get(id) !== done);
  return moved.map(({ id }) => id);
}

function doneIn({ measures }: Pick<RecordedMonth, 'measures'>): ReadonlyMap<string, boolean> {
  return new Map(measures.map(({ id, done }) => [id, done]));
}

function textsOf(things: readonly object[]): ReadonlySet<string> {
  return new Set(things.map((each) => canonicalJson(each)));
}
