import type { DateText, Instant, Period } from '../kernel';
import type { ObligationSettings } from '../obligations';
import {
  isDone,
  nodeOf,
  type AskingHeading,
  type Evidence,
  type LedgerRow,
  type MeasureFacts,
  type MeasureTarget,
  type NumericTarget,
  type RatioFigures,
} from '../ledger';
import { shownEvidence, type HeadingContent } from '../reporting';
import { isLate, type MonthCase, type Names, type Regulation, type RulingOverrides } from '../scoring';
import type { ScoreAdjustment, ScoreInformation } from '../scoring';

/**
 * A measure of the month's ledger as a sheet and its review show it: what was asked, and what the unit says of it. Its
 * evidence is the ledger's, then what the report shows for it.
 */
export interface MeasureRecord extends Pick<LedgerRow, 'state' | 'goal' | 'work' | 'result' | 'figure' | 'evidence'> {
  readonly id: string;
  readonly title: string;
  /** Done, or on schedule because its day lies after the cut-off (Q6). */
  readonly done: boolean;
  readonly target: MeasureTarget | null;
  /** The day by which it is to be done. */
  readonly node: DateText;
  /** The ratio that its heading asks for (R35), as the unit gave it; left out where none is asked or given. */
  readonly ratio?: RatioFigures & { readonly target: NumericTarget };
}

type MonthRow = LedgerRow & {
  readonly id: string;
  readonly measure: Pick<MeasureFacts, 'title' | 'target' | 'headingId'>;
};

/**
 * A month's rows of the ledger as its records have them, with what the report shows for them (M1). What goes on as
 * planned counts as done (Q6).
 */
export function measureRecords(
  rows: readonly MonthRow[],
  reported: readonly HeadingContent[],
  headings: readonly Pick<AskingHeading, 'id' | 'target'>[],
): readonly MeasureRecord[] {
  return rows.map((row) => {
    const { id, measure, state, goal, work, result, figure, ratio } = row;
    const { title, target, headingId } = measure;
    const asked = headings.find((heading) => heading.id === headingId)?.target ?? null;
    const evidence = eachOnce([...row.evidence, ...shownEvidence(row, rows, reported)]);
    const given = asked === null || ratio === undefined ? {} : { ratio: { ...ratio, target: asked } };
    return {
      id,
      title,
      done: isDone(state),
      target,
      node: nodeOf(row),
      state,
      goal,
      work,
      result,
      figure,
      evidence,
      ...given,
    };
  });
}

/** Evidence is the same when it is called the same and of the same kind. */
function eachOnce(evidence: readonly Evidence[]): readonly Evidence[] {
  const isFirst = ({ title, kind }: Evidence, index: number): boolean =>
    evidence.findIndex((each) => each.title === title && each.kind === kind) === index;
  return evidence.filter(isFirst);
}

/** Something that was owed in the month, with what it is called. */
export interface OwedRecord {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  /** What answers it, as a report; null while nothing does. */
  readonly recordId: string | null;
}

/** What is on record of a county's month: everything that its score is made from. */
export interface MonthRecords {
  readonly regulation: string;
  readonly period: Period;
  readonly unitId: string;
  readonly measures: readonly MeasureRecord[];
  readonly obligations: readonly OwedRecord[];
  /** With when each was first sent. */
  readonly information: readonly (ScoreInformation & { readonly title: string; readonly sentAt?: Instant })[];
  readonly adjustments: readonly (ScoreAdjustment & { readonly title: string })[];
  /** Measures that the month's spot check found undone. */
  readonly failedMeasures: readonly string[];
  readonly rulings: RulingOverrides;
  /** Whether what came late or never is let go, as the first month's is where the year says so (Q7); it is not when left out. */
  readonly isLenient?: boolean;
}

/** Whether a month is the first that is scored, and the year lets its late and missing hand-ins go (Q7). */
export function isLenientMonth(
  { firstPeriodLenient }: Pick<ObligationSettings, 'firstPeriodLenient'>,
  { cycle }: Pick<Regulation, 'cycle'>,
  period: Period,
): boolean {
  return firstPeriodLenient === true && period === cycle.first;
}

/**
 * The engine's case of a month at a moment: what is not handed in counts only once it is due. `handsInNow` reckons with
 * the self-assessment as handed in at that moment, as the county does that looks at its sheet. In a lenient month what
 * came late or never stays out of it, so that the case gives its score to whoever reckons it again.
 */
export function caseOf(records: MonthRecords, now: Instant, handsInNow = false): MonthCase {
  const { regulation, period: month, unitId: unit, rulings } = records;
  const failed = new Set(records.failedMeasures);
  const obligations = records.obligations.map((each) => {
    const isNow = handsInNow && each.kind === 'self-assessment' && each.metAt === null;
    return isNow ? { ...each, metAt: now } : each;
  });
  return {
    kind: 'month',
    regulation,
    month,
    unit,
    measures: records.measures.map(({ id, done }) => ({ id, done, failedSpotCheck: failed.has(id) })),
    obligations: owedIn({ ...records, obligations }, now),
    ...countedOf(records),
    rulings,
  };
}

/** What was owed in a month, as the engine reads it at a moment: what is not handed in counts only once it is due. */
export function owedIn(
  { obligations, isLenient }: Pick<MonthRecords, 'obligations' | 'isLenient'>,
  now: Instant,
): MonthCase['obligations'] {
  const owed = obligations.map(({ id, kind, dueAt, metAt }) => ({ id, kind, dueAt, metAt }));
  return owed.filter((each) => (isLenient === true ? !isLate(each) : each.metAt !== null || each.dueAt <= now));
}

/**
 * How the text is read for a month beside its rulings, a sentence each: what a lenient month let go (Q7), as far as the
 * case does not count it all the same.
 */
export function readingsOf(
  records: Pick<MonthRecords, 'obligations' | 'isLenient'>,
  month: MonthCase,
  now: Instant,
): readonly string[] {
  if (records.isLenient !== true) return [];
  const counted = new Set(month.obligations.map(({ id }) => id));
  const isOver = ({ metAt, dueAt }: OwedRecord): boolean => metAt !== null || dueAt <= now;
  const forgiven = records.obligations.filter((each) => !counted.has(each.id) && isLate(each) && isOver(each));
  const named = forgiven.map(({ title, metAt }) => `${title}${metAt === null ? '漏报' : '迟报'}`);
  return [`首月不计迟报、漏报${named.length === 0 ? '' : `，${named.join('、')}没有扣分`}。`];
}

/** What counts beside the measures, as the engine reads it: work updates and adjustments. */
export function countedOf({
  information,
  adjustments,
}: Pick<MonthRecords, 'information' | 'adjustments'>): Pick<MonthCase, 'information' | 'adjustments'> {
  return {
    information: information.map(({ id, highQuality, adopted }) => ({ id, highQuality, adopted })),
    adjustments: adjustments.map(({ id, type, approved, standing, reason }) => ({
      ...{ id, type, approved },
      ...(standing === undefined ? {} : { standing }),
      ...(reason === undefined ? {} : { reason }),
    })),
  };
}

/** What the ids of a month are called, for the sentences of its trace. */
export function namesOf({ measures, obligations, information, adjustments }: MonthRecords): Names {
  return Object.fromEntries(
    [...measures, ...obligations, ...information, ...adjustments].map(({ id, title }) => [id, title]),
  );
}
