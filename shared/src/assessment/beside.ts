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

/** One thing that the records have otherwise than a published score counts it. */
export interface CorrectionFact {
  readonly part: keyof RecordedMonth;
  readonly id: string;
  /** How the records have it; null where they have it no more. */
  readonly said: string | null;
}

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
  const came = (part: keyof Counted, things: readonly { readonly id: string }[]): readonly CorrectionFact[] =>
    things.map((each) => ({ part, id: each.id, said: canonicalJson(each) })).filter(({ said }) => !seen.has(said));
  const moved = movedMeasures(scored, records, judged);
  return [
    ...moved.map(({ id, done }): CorrectionFact => ({ part: 'measures', id, said: String(done) })),
    ...came('obligations', obligations),
    ...came('information', information),
    ...came('adjustments', adjustments),
    ...PARTS.flatMap((part) => overCounted(part, scored, records, judged).map((id) => ({ part, id, said: null }))),
  ];
}

/** What the verdicts of a 更正 that speak of a part of the records are about. */
const SPEAKING_OF: Readonly<Record<CorrectionFact['part'], readonly string[]>> = {
  measures: ['measure', 'finding'],
  obligations: ['obligation'],
  information: ['information'],
  adjustments: ['adjustment'],
};

/**
 * The records by which a 更正 judged a month: as they are now, but as they were when it was judged before for each fact
 * that no verdict speaks of. Such a fact is still to be corrected or let stand.
 */
export function judgedBy(
  verdicts: readonly { readonly subject: string; readonly id: string }[],
  facts: readonly CorrectionFact[],
  { records, judged }: { readonly records: RecordedMonth; readonly judged: RecordedMonth },
): RecordedMonth {
  const isOpen = ({ part, id }: CorrectionFact): boolean =>
    !verdicts.some((verdict) => verdict.id === id && SPEAKING_OF[part].includes(verdict.subject));
  const open = keysOf(facts.filter(isOpen));
  return mixed(judged, records, (key) => !open.has(key));
}

/**
 * What was judged beside a score, where the records have come to say since what the score counts: of that the judgement
 * is over, and when they move away from the score again, somebody judges anew. Null where there is no such thing.
 */
export function judgedSince(scored: MonthCase, records: RecordedMonth, judged: RecordedMonth): RecordedMonth | null {
  const apart = keysOf(correctionFacts(scored, records, scored));
  const settled = keysOf(correctionFacts(scored, judged, scored).filter((fact) => !apart.has(keyOf(fact))));
  return settled.size === 0 ? null : mixed(judged, records, (key) => settled.has(key));
}

function keyOf({ part, id }: Pick<CorrectionFact, 'part' | 'id'>): string {
  return `${part}/${id}`;
}

function keysOf(facts: readonly CorrectionFact[]): ReadonlySet<string> {
  return new Set(facts.map(keyOf));
}

/** A month as it was recorded then, but as it is now in these things. */
function mixed(then: RecordedMonth, now: RecordedMonth, isNow: (key: string) => boolean): RecordedMonth {
  const of = <T extends { readonly id: string }>(
    part: CorrectionFact['part'],
    after: readonly T[],
    before: readonly T[],
  ) => [
    ...after.filter(({ id }) => isNow(keyOf({ part, id }))),
    ...before.filter(({ id }) => !isNow(keyOf({ part, id }))),
  ];
  return {
    measures: of('measures', now.measures, then.measures),
    obligations: of('obligations', now.obligations, then.obligations),
    information: of('information', now.information, then.information),
    adjustments: of('adjustments', now.adjustments, then.adjustments),
  };
}

/** What of it is still to be corrected: all that was not let stand (不用更正). */
export function factsDue(
  facts: readonly CorrectionFact[],
  letStand: readonly CorrectionFact[],
): readonly CorrectionFact[] {
  const known = textsOf(letStand);
  return facts.filter((fact) => !known.has(canonicalJson(fact)));
}

const PARTS = ['obligations', 'information', 'adjustments'] as const;

/** What counts, for the county or against it, and the records had when it was judged, but have no more. */
function overCounted(part: keyof Counted, scored: MonthCase, records: Counted, judged: Counted): readonly string[] {
  const [now, then] = [countingIn(part, records), countingIn(part, judged)];
  return [...countingIn(part, scored)].filter((id) => then.has(id) && !now.has(id));
}

/** What costs a county points or gives it some, beside its measures. */
function countingIn(part: keyof Counted, counted: Counted): ReadonlySet<string> {
  const { obligations, information, adjustments } = counted;
  const counting = {
    obligations: obligations.filter(isLate),
    information,
    adjustments: adjustments.filter(({ approved }) => approved),
  };
  return new Set(counting[part].map(({ id }) => id));
}

function movedMeasures(scored: MonthCase, records: RecordedMonth, judged: RecordedMonth): RecordedMonth['measures'] {
  const [counted, then] = [doneIn(scored), doneIn(judged)];
  return records.measures.filter(({ id, done }) => counted.get(id) === !done && then.get(id) !== done);
}

function doneIn({ measures }: Pick<RecordedMonth, 'measures'>): ReadonlyMap<string, boolean> {
  return new Map(measures.map(({ id, done }) => [id, done]));
}

function textsOf(things: readonly object[]): ReadonlySet<string> {
  return new Set(things.map((each) => canonicalJson(each)));
}
