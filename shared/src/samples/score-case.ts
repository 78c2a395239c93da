import type { MonthCase, RulingOverrides, ScoreInnovation, YearCase } from '../scoring';

const DUE = '2022-05-20T16:00:00.000Z';
const ON_TIME = '2022-05-20T09:12:00.000Z';

/** Builds a month to score step by step: `aMonth().done(6).notDone(1).onTime(2).scored`. */
export interface MonthCaseBuilder {
  readonly done: (count: number) => MonthCaseBuilder;
  readonly notDone: (count: number) => MonthCaseBuilder;
  /** Done, and found undone by a spot check. */
  readonly failed: (count: number) => MonthCaseBuilder;
  readonly onTime: (count: number) => MonthCaseBuilder;
  /** Handed in at the first instant that is late. */
  readonly late: (count: number) => MonthCaseBuilder;
  readonly missing: (count: number) => MonthCaseBuilder;
  readonly informed: (
    count: number,
    marks: { readonly highQuality: boolean; readonly adopted: boolean },
  ) => MonthCaseBuilder;
  readonly approved: (count: number) => MonthCaseBuilder;
  readonly applied: (count: number) => MonthCaseBuilder;
  readonly ruled: (rulings: RulingOverrides) => MonthCaseBuilder;
  readonly built: MonthCase;
}

/** A month without anything in it. */
export function aMonth(start: Partial<MonthCase> = {}): MonthCaseBuilder {
  const built: MonthCase = {
    kind: 'month',
    regulation: 'heihe-2022',
    month: '2022-05',
    unit: '逊克县',
    measures: [],
    obligations: [],
    information: [],
    adjustments: [],
    rulings: {},
    ...start,
  };
  const measured = (count: number, done: boolean, failedSpotCheck: boolean): MonthCaseBuilder =>
    aMonth({ ...built, measures: more(built.measures, count, 'm', { done, failedSpotCheck }) });
  const owed = (count: number, metAt: string | null): MonthCaseBuilder =>
    aMonth({
      ...built,
      obligations: more(built.obligations, count, 'o', { kind: 'monthly-report', dueAt: DUE, metAt }),
    });
  const adjusted = (count: number, approved: boolean): MonthCaseBuilder =>
    aMonth({ ...built, adjustments: more(built.adjustments, count, 'a', { type: 'added-task', approved }) });
  return {
    built,
    done: (count) => measured(count, true, false),
    notDone: (count) => measured(count, false, false),
    failed: (count) => measured(count, true, true),
    onTime: (count) => owed(count, ON_TIME),
    late: (count) => owed(count, DUE),
    missing: (count) => owed(count, null),
    informed: (count, marks) => aMonth({ ...built, information: more(built.information, count, 'i', marks) }),
    approved: (count) => adjusted(count, true),
    applied: (count) => adjusted(count, false),
    ruled: (rulings) => aMonth({ ...built, rulings: { ...built.rulings, ...rulings } }),
  };
}

/** A year with the same raw total in its first `count` months and a number of approved innovations. */
export function aYear(rawTotal: string, count: number, innovations: number, rulings: RulingOverrides = {}): YearCase {
  return {
    kind: 'year',
    regulation: 'heihe-2022',
    unit: '逊克县',
    months: Array.from({ length: count }, (_, index) => ({
      month: `2022-${String(index + 4).padStart(2, '0')}`,
      rawTotal,
    })),
    innovations: more<ScoreInnovation>([], innovations, 'x', { kind: 2, approved: true }),
    rulings,
  };
}

function more<T extends { readonly id: string }>(
  entries: readonly T[],
  count: number,
  letter: string,
  entry: Omit<T, 'id'>,
): readonly T[] {
  const added = Array.from({ length: count }, (_, index) => ({
    ...entry,
    id: `${letter}${String(entries.length + index + 1)}`,
  }));
  return [...entries, ...(added as unknown as readonly T[])];
}
