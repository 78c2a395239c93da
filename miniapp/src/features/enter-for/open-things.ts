import { formatPeriod, type Instant } from '@jiannuo/shared/kernel';
import type { BoardCell, BoardView } from '@jiannuo/shared/obligations';

/** Something that can be entered for a unit: owed, or sent back and to be corrected. */
export interface OpenThing {
  readonly obligationId: string;
  /** 5月月报. */
  readonly title: string;
  /** 应报，还没报. */
  readonly standing: string;
  readonly dueAt: Instant;
  readonly isReturned: boolean;
  /** Whether it carries a unit's own points. */
  readonly isScored: boolean;
  readonly reportId: string | null;
}

/** A unit with what can be entered for it. */
export interface OpenUnit {
  readonly unitId: string;
  readonly name: string;
  readonly things: readonly OpenThing[];
}

function standingOf(cell: BoardCell): string {
  if (cell.isReturned) return '退回了，还没再交';
  return cell.standing === 'missing' ? '过了截止，还没报' : '应报，还没报';
}

function isOpen(cell: BoardCell | null): cell is BoardCell {
  if (cell === null || cell.standing === 'waived') return false;
  return cell.metAt === null || cell.isReturned;
}

/** For whom something can be entered this month, in the board's order; units that owe nothing are left out. */
export function openUnitsOf(board: BoardView): readonly OpenUnit[] {
  return board.rows
    .map(({ unitId, unitName, cells }) => ({
      unitId,
      name: unitName,
      things: cells.flatMap((cell, index) => {
        const column = board.columns[index];
        const title = `${formatPeriod(board.period)}${column?.title ?? ''}`;
        const isScored = column?.kind === 'self-assessment';
        if (!isOpen(cell)) return [];
        const { obligationId, dueAt, isReturned, reportId } = cell;
        return [{ obligationId, title, standing: standingOf(cell), dueAt, isReturned, isScored, reportId }];
      }),
    }))
    .filter(({ things }) => things.length > 0);
}

/** Where an obligation stands among what is open. */
export function findThing(
  units: readonly OpenUnit[],
  obligationId: string | null,
): { readonly unit: OpenUnit; readonly thing: OpenThing } | null {
  for (const unit of units) {
    const thing = unit.things.find((each) => each.obligationId === obligationId);
    if (thing !== undefined) return { unit, thing };
  }
  return null;
}
