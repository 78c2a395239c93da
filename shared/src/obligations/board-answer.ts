import type { BoardCell, BoardRow, BoardView } from './api';

/** What a cell is unless its answer says otherwise; the due time is its column's. */
const AS_USUAL: Omit<BoardCell, 'obligationId' | 'standing' | 'dueAt'> = {
  isReturned: false,
  isClosed: false,
  dueChange: null,
  metAt: null,
  channel: null,
  waiveReason: null,
  reportId: null,
  lastReminder: null,
};
const USUAL_KEYS = Object.keys(AS_USUAL) as readonly (keyof typeof AS_USUAL)[];

type BriefCell = Pick<BoardCell, 'obligationId' | 'standing'> & Partial<BoardCell>;

/** GET /api/board: the board as it travels. Cells leave out what is as usual, which halves a big group's board. */
export interface BoardAnswer extends Omit<BoardView, 'rows'> {
  readonly rows: readonly (Omit<BoardRow, 'cells'> & { readonly cells: readonly (BriefCell | null)[] })[];
}

/** The board, made ready to travel. */
export function answerOfBoard(board: BoardView): BoardAnswer {
  const { columns } = board;
  const rows = board.rows.map(({ unitId, unitName, unitKind, cells }) => ({
    unitId,
    unitName,
    unitKind,
    cells: cells.map((cell, index) => cell && briefOf(cell, columns[index]?.dueAt)),
  }));
  return { ...board, rows };
}

/** The board that travelled; the same as before. */
export function boardOfAnswer(answer: BoardAnswer): BoardView {
  const usual = answer.columns.map(({ dueAt }) => ({ ...AS_USUAL, dueAt }));
  const rows = answer.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => cell && { ...AS_USUAL, dueAt: '', ...usual[index], ...cell }),
  }));
  return { ...answer, rows };
}

function briefOf(cell: BoardCell, usualDueAt: string | undefined): BriefCell {
  const { obligationId, standing, dueAt } = cell;
  const brief: BriefCell = dueAt === usualDueAt ? { obligationId, standing } : { obligationId, standing, dueAt };
  for (const key of USUAL_KEYS) {
    if (cell[key] !== AS_USUAL[key]) Object.assign(brief, { [key]: cell[key] });
  }
  return brief;
}
