import { ROW_STATE_NAMES } from '@jiannuo/shared/ledger';
import type { CheckedMeasure, FindingListView, Verdict } from '@jiannuo/shared/spot-checks';
import type { StatusShape } from '../../ui/status/status-word';

/** A drawn unit with its measures. */
export type CheckedUnit = FindingListView['units'][number];

/** What was found, as shape and word. */
export const VERDICT_WORDS: Readonly<Record<Verdict, { readonly shape: StatusShape; readonly text: string }>> = {
  done: { shape: 'done', text: '查到已完成' },
  undone: { shape: 'late', text: '查到没完成' },
};

/** How far a unit's check has come: `7条查了3条，1条没完成`. */
export function progressWords({ measures }: Pick<CheckedUnit, 'measures'>): string {
  const found = measures.flatMap(({ finding }) => finding ?? []);
  const undone = found.filter(({ verdict }) => verdict === 'undone').length;
  const start = `${String(measures.length)}条查了${String(found.length)}条`;
  return undone === 0 ? start : `${start}，${String(undone)}条没完成`;
}

/** What the unit itself says of a measure. */
export function ownWords({ state, work }: Pick<CheckedMeasure, 'state' | 'work'>): string {
  return work === '' ? `自报${ROW_STATE_NAMES[state]}` : `自报${ROW_STATE_NAMES[state]}：${work}`;
}
