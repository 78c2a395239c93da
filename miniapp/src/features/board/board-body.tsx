import {
  beijingDate,
  formatDay,
  formatDue,
  formatPeriod,
  remaining,
  type Instant,
  type Period,
} from '@jiannuo/shared/kernel';
import type { BoardColumn } from '@jiannuo/shared/obligations';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Card } from '../../ui/card/card';
import { MonthSwitch } from '../../ui/due/month-switch';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { DueChip, type DueWords } from '../../ui/status/status-word';
import type { BoardFilter, ShownRow } from './board-filter';
import { BoardLinks } from './board-links';
import { BoardList } from './board-list';
import { Equation, WithinHandedIn } from './board-sums';
import { BoardTable } from './board-table';
import { ColumnTabs, UnitKindTabs, type PartProps } from './board-tabs';
import { ChatBox } from './chat-box';

const FILTER_NAMES: Record<BoardFilter, string> = {
  expected: '全部',
  handedIn: '已报',
  notHandedIn: '未报',
  waived: '免报',
  onTime: '按时',
  late: '迟报',
  returned: '退回待改',
};

function dueWords(column: BoardColumn, now: Instant): DueWords {
  if (column.sums.notHandedIn === 0) return { shape: 'done', text: '都报了' };
  const left = remaining(column.dueAt, now);
  if (left.kind.startsWith('overdue')) return { shape: 'late', text: left.text };
  return { shape: left.kind !== 'days' || left.n <= 3 ? 'soon' : 'not-yet', text: left.text };
}

function headline(column: BoardColumn): string {
  const { notHandedIn, expected, waived, handedIn } = column.sums;
  if (expected === waived) return '这个月没有要报的';
  if (notHandedIn === 0) return `${String(handedIn)}家都报了`;
  return `还有${String(notHandedIn)}家没报`;
}

/** Why the due time is not the usual one, when the platform was down before it. */
function Moved({ column: { movedReason } }: { readonly column: BoardColumn }) {
  return movedReason === null ? null : <View className="t-s c-ink-2">{movedReason}</View>;
}

/** What both shapes of the board show. */
export interface ShapeProps extends PartProps {
  readonly column: BoardColumn;
  readonly rows: readonly ShownRow[];
  readonly onOpen: (row: ShownRow) => void;
  /** What else waits for the lead unit. */
  readonly waiting?: ReactNode;
}

interface NarrowProps {
  readonly onTurn: (period: Period) => void;
  readonly leadName: string;
}

/** One column: sums, sentence, units. */
export function NarrowBoard({
  board,
  column,
  choice,
  choose,
  rows,
  onOpen,
  waiting,
  onTurn,
  leadName,
}: ShapeProps & NarrowProps) {
  const sums = {
    sums: column.sums,
    filter: choice.filter,
    onFilter: (filter: BoardFilter) => {
      choose({ filter });
    },
  };
  return (
    <>
      <View className="board-head">
        <View className="t-s c-ink-2">{factsInLine(formatDay(beijingDate(board.serverNow)), leadName)}</View>
        <View className="row between">
          <Heading level={2} className="t-1 grow">
            {headline(column)}
          </Heading>
          <MonthSwitch previous={board.previousPeriod} next={board.nextPeriod} onTurn={onTurn} />
        </View>
      </View>
      <ColumnTabs board={board} choice={choice} choose={choose} />
      <View className="below-3" />
      <Card>
        <View className="row between row-wrap">
          <View className="t-strong">{`${formatPeriod(board.period)}${column.title}`}</View>
          <DueChip due={dueWords(column, board.serverNow)} isFilled />
        </View>
        <View className="t-s c-ink-2">{formatDue(column.dueAt, board.serverNow)}</View>
        <Moved column={column} />
        <View className="below-2" />
        <Equation {...sums} />
        <View className="board-rule" />
        <WithinHandedIn {...sums} />
      </Card>
      {waiting}
      <Card>
        <ChatBox board={column} column={choice.column} rows={board.rows} />
      </Card>
      <UnitKindTabs board={board} choice={choice} choose={choose} />
      <BoardList title={FILTER_NAMES[choice.filter]} rows={rows} now={board.serverNow} onOpen={onOpen} />
      <BoardLinks period={board.period} />
    </>
  );
}

/** The table with its sums over it. */
export function WideBoard({ board, column, choice, choose, rows, onOpen, waiting }: ShapeProps) {
  const sums = {
    sums: column.sums,
    filter: choice.filter,
    onFilter: (filter: BoardFilter) => {
      choose({ filter });
    },
  };
  return (
    <>
      {waiting}
      <ColumnTabs board={board} choice={choice} choose={choose} />
      <View className="row below-3">
        <View className="t-2">{column.title}</View>
        <View className="gap-3">
          <DueChip due={dueWords(column, board.serverNow)} isFilled />
        </View>
        <View className="t-s c-ink-2 gap-3">{formatDue(column.dueAt, board.serverNow)}</View>
      </View>
      <Moved column={column} />
      <View className="board-sums-wide">
        <Equation {...sums} />
        <WithinHandedIn {...sums} />
      </View>
      <UnitKindTabs board={board} choice={choice} choose={choose} />
      <BoardTable columns={board.columns} column={choice.column} rows={rows} now={board.serverNow} onOpen={onOpen} />
    </>
  );
}
