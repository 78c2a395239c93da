import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { BoardColumn, BoardView } from '@jiannuo/shared/obligations';
import { useState, type ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { MonthSwitch } from '../../ui/due/month-switch';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useBoard } from './board.api';
import { NarrowBoard, WideBoard } from './board-body';
import { shownRows, type BoardChoice, type ShownRow } from './board-filter';
import { BoardRail } from './board-rail';
import { UnitSheet } from './unit-sheet';

const EVERYTHING: BoardChoice = { column: 0, filter: 'expected', unitKind: 'all' };

interface BoardScreenProps {
  /** The lead unit's short name, for the line above the headline. */
  readonly leadName: string;
  /** The units to telephone, for the rail of wide windows. */
  readonly callList?: ReactNode;
  /** What else waits for the lead unit, under what is to be reported. */
  readonly waiting?: ReactNode;
}

/** 看板: who has and who has not, and what can be done about it, on a phone and on a desk. */
export function BoardScreen(props: BoardScreenProps) {
  const [period, setPeriod] = useState<Period | null>(null);
  const query = useBoard(period);
  const board = query.data;
  if (board !== undefined && board.columns.length > 0) return <Board {...props} board={board} onTurn={setPeriod} />;
  return (
    <Screen title="看板" slot="home" isOnSurface>
      <Answered query={query}>
        {() => <StateView icon="board" title="这个月没有要报的" lines={['到了要报的月份，这里会列出各单位。']} />}
      </Answered>
    </Screen>
  );
}

interface BoardProps extends BoardScreenProps {
  readonly board: BoardView;
  readonly onTurn: (period: Period) => void;
}

function Board({ board, onTurn, leadName, callList = null, waiting = null }: BoardProps) {
  const { isWide } = useDisplay();
  const [choice, setChoice] = useState(EVERYTHING);
  const [opened, setOpened] = useState<string | null>(null);
  const index = board.columns[choice.column] === undefined ? 0 : choice.column;
  const column = board.columns[index];
  if (column === undefined) return null;
  const choose = (change: Partial<BoardChoice>) => {
    setChoice({ ...choice, column: index, ...change });
  };
  const open = ({ row }: ShownRow) => {
    setOpened(row.unitId);
  };
  const rows = shownRows(board.rows, { ...choice, column: index });
  const shape = { waiting, board, column, choice: { ...choice, column: index }, choose, rows, onOpen: open };
  const wide = {
    top: <MonthSwitch previous={board.previousPeriod} next={board.nextPeriod} onTurn={onTurn} />,
    rail: <BoardRail board={board} column={column} columnIndex={index} callList={callList} />,
  };
  return (
    <Screen
      title={`${formatPeriod(board.period, isWide)}看板`}
      slot="home"
      isOnSurface
      isRailWork
      {...(isWide ? wide : {})}
    >
      {isWide ? <WideBoard {...shape} /> : <NarrowBoard {...shape} onTurn={onTurn} leadName={leadName} />}
      <OpenedUnit
        board={board}
        column={column}
        shown={shownRows(board.rows, { ...EVERYTHING, column: index }).find(({ row }) => row.unitId === opened)}
        onClose={() => {
          setOpened(null);
        }}
      />
    </Screen>
  );
}

interface OpenedUnitProps {
  readonly board: BoardView;
  readonly column: BoardColumn;
  readonly shown: ShownRow | undefined;
  readonly onClose: () => void;
}

function OpenedUnit({ board, column, shown, onClose }: OpenedUnitProps) {
  if (shown === undefined) return null;
  const title = `${formatPeriod(board.period)}${column.title}`;
  return (
    <UnitSheet
      shown={shown}
      title={title}
      ownDueAt={column.dueAt}
      period={board.period}
      now={board.serverNow}
      onClose={onClose}
    />
  );
}
