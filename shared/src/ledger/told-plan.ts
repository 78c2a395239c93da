import { formatPeriod, quoted, type Period } from '../kernel';
import type { MeasureChange } from './plan-changes';
import { addedMonths, type StandingRow } from './plan-check';

/** A measure that a unit got while the year runs, with the months that came with it. */
export interface AddedMeasure {
  readonly title: string;
  readonly periods: readonly Period[];
}

/** What a change of plan adds for each unit, by unit. */
export function addedByUnit(
  changes: readonly MeasureChange[],
  rows: readonly StandingRow[],
): ReadonlyMap<string, readonly AddedMeasure[]> {
  const byUnit = new Map<string, readonly AddedMeasure[]>();
  for (const change of changes) {
    const own = rows.filter(({ number }) => number === change.number);
    const periods = addedMonths(change, own).map(({ period }) => period);
    if (change.after === null || periods.length === 0) continue;
    const { unitId, title } = change.after;
    byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), { title, periods }]);
  }
  return byUnit;
}

/** What the unit reads of it: `5月台账加了1项措施：银企对接`, and which they are where there are more. */
export function addedWords(
  added: readonly AddedMeasure[],
  reason: string,
): { readonly title: string; readonly body: string } {
  const periods = [...new Set(added.flatMap((measure) => measure.periods))].sort();
  const months = periods.map((period) => formatPeriod(period)).join('、');
  const [first] = added;
  const names = added.map(({ title }) => quoted(title)).join('、');
  const isOne = added.length === 1;
  return {
    title: `${months}台账加了${String(added.length)}项措施${isOne && first !== undefined ? `：${first.title}` : ''}`,
    body: `${isOne ? '' : `${names}。`}理由：${reason.replace(/。$/, '')}。`,
  };
}
