import { isHandedIn, isNotHandedIn, sortBoardRows, type BoardCell, type BoardRow } from '@jiannuo/shared/obligations';
import type { UnitKind } from '@jiannuo/shared/people';

/** Every sum of the board is a filter. */
export const BOARD_FILTERS = ['expected', 'handedIn', 'notHandedIn', 'waived', 'onTime', 'late', 'returned'] as const;
export type BoardFilter = (typeof BOARD_FILTERS)[number];

const MATCHES: Record<BoardFilter, (cell: BoardCell) => boolean> = {
  expected: () => true,
  handedIn: (cell) => isHandedIn(cell.standing),
  notHandedIn: (cell) => isNotHandedIn(cell.standing),
  waived: (cell) => cell.standing === 'waived',
  onTime: (cell) => cell.standing === 'on-time',
  late: (cell) => cell.standing === 'late',
  returned: (cell) => cell.isReturned && isHandedIn(cell.standing),
};

/** What the reader has chosen to look at. */
export interface BoardChoice {
  readonly column: number;
  readonly filter: BoardFilter;
  readonly unitKind: UnitKind | 'all';
}

/** A unit with its cell in the chosen column. */
export interface ShownRow {
  readonly row: BoardRow;
  readonly cell: BoardCell;
}

/** The rows that fit the choice, 未报 first; as many as the sum that was tapped says. */
export function shownRows(rows: readonly BoardRow[], choice: BoardChoice): readonly ShownRow[] {
  return sortBoardRows(rows, choice.column).flatMap((row) => {
    const cell = row.cells[choice.column] ?? null;
    if (cell === null || !MATCHES[choice.filter](cell)) return [];
    return choice.unitKind === 'all' || row.unitKind === choice.unitKind ? [{ row, cell }] : [];
  });
}

/** The kinds of unit on the board, in order, with how many of each are expected in the column. */
export function unitKindsOf(rows: readonly BoardRow[], column: number): readonly (readonly [UnitKind, number])[] {
  const counts = new Map<UnitKind, number>();
  for (const row of rows) {
    if ((row.cells[column] ?? null) !== null) counts.set(row.unitKind, (counts.get(row.unitKind) ?? 0) + 1);
  }
  return [...counts];
}

/** The obligations that a tap on 提醒 concerns: those not handed in that can still come. */
export function missingObligations(rows: readonly BoardRow[], column: number): readonly string[] {
  return shownRows(rows, { column, filter: 'notHandedIn', unitKind: 'all' })
    .filter(({ cell }) => !cell.isClosed)
    .map(({ cell }) => cell.obligationId);
}
