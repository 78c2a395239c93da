import { toInstant, toMilliseconds } from '../kernel';
import type { MonthCase, ScoreCase, YearCase } from './case';
import type { Action } from './trace';

/**
 * The case as it would have been: does what a `Change` of its trace names. Scoring what comes back gives the promised
 * difference of totals. An action about another kind of case leaves it as it is.
 */
export function applyAction<Case extends ScoreCase>(scoreCase: Case, action: Action): Case;
export function applyAction(scoreCase: ScoreCase, action: Action): ScoreCase {
  if (action.kind === 'rule') {
    return { ...scoreCase, rulings: { ...scoreCase.rulings, [action.ruling]: action.value } };
  }
  return scoreCase.kind === 'month' ? applyToMonth(scoreCase, action) : applyToYear(scoreCase, action);
}

function applyToMonth(month: MonthCase, action: Action): MonthCase {
  switch (action.kind) {
    case 'complete-measures':
      return { ...month, measures: changed(month.measures, action.measures, { done: true, failedSpotCheck: false }) };
    case 'hand-in-on-time':
      return { ...month, obligations: handedIn(month.obligations, action.obligations) };
    case 'add-information': {
      const { highQuality, adopted } = action;
      return { ...month, information: [...month.information, { id: newId(month.information), highQuality, adopted }] };
    }
    case 'approve-adjustments':
      return { ...month, adjustments: changed(month.adjustments, action.adjustments, { approved: true }) };
    case 'add-adjustment': {
      const added = { id: newId(month.adjustments), type: action.type, approved: true };
      return { ...month, adjustments: [...month.adjustments, added] };
    }
    default:
      return month;
  }
}

function applyToYear(year: YearCase, action: Action): YearCase {
  switch (action.kind) {
    case 'approve-innovations':
      return { ...year, innovations: changed(year.innovations, action.innovations, { approved: true }) };
    case 'add-innovation': {
      const added = { id: newId(year.innovations), kind: action.innovation, approved: true };
      return { ...year, innovations: [...year.innovations, added] };
    }
    case 'score-months': {
      const { months, rawTotal } = action;
      const others = year.months.filter(({ month }) => !months.includes(month));
      return { ...year, months: [...others, ...months.map((month) => ({ month, rawTotal }))] };
    }
    default:
      return year;
  }
}

function changed<T extends { readonly id: string }>(
  entries: readonly T[],
  ids: readonly string[],
  change: Partial<T>,
): readonly T[] {
  const chosen = new Set(ids);
  return entries.map((entry) => (chosen.has(entry.id) ? { ...entry, ...change } : entry));
}

/** Handed in one millisecond before the first late instant. */
function handedIn(obligations: MonthCase['obligations'], ids: readonly string[]): MonthCase['obligations'] {
  const chosen = new Set(ids);
  return obligations.map((obligation) =>
    chosen.has(obligation.id) ? { ...obligation, metAt: toInstant(toMilliseconds(obligation.dueAt) - 1) } : obligation,
  );
}

function newId(entries: readonly { readonly id: string }[]): string {
  const taken = new Set(entries.map(({ id }) => id));
  let number = entries.length + 1;
  while (taken.has(`new-${number}`)) number += 1;
  return `new-${number}`;
}
