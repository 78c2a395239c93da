import type { LedgerHeading } from './headings';
import type { RowState } from './states';

const FIRST: readonly RowState[] = ['returned', 'planned', 'on-schedule', 'done'];

interface Ordered {
  readonly state: RowState;
  readonly measure: { readonly headingId: string; readonly number: number };
}

/** What is not done first (没认 before all), then by heading and number. */
export function inWorkingOrder<T extends Ordered>(
  rows: readonly T[],
  headings: readonly LedgerHeading[],
): readonly T[] {
  const ordinals = new Map(headings.map(({ id, ordinal }) => [id, ordinal]));
  const keyOf = ({ state, measure }: Ordered): readonly number[] => [
    FIRST.indexOf(state),
    ordinals.get(measure.headingId) ?? headings.length + 1,
    measure.number,
  ];
  return [...rows].sort((one, other) => {
    const theirs = keyOf(other);
    return keyOf(one).reduce((order, key, index) => order || key - (theirs[index] ?? 0), 0);
  });
}
