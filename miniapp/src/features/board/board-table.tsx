import type { Instant } from '@jiannuo/shared/kernel';
import type { BoardCell, BoardColumn } from '@jiannuo/shared/obligations';
import { UNIT_KIND_NAMES } from '@jiannuo/shared/people';
import { Text, View } from '@tarojs/components';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import { StatusWord } from '../../ui/status/status-word';
import type { ShownRow } from './board-filter';
import {
  besideWords,
  isToBeCalled,
  receivedWords,
  reminderWords,
  shortReminderWords,
  standingWords,
} from './cell-words';

interface BoardTableProps {
  readonly columns: readonly BoardColumn[];
  readonly column: number;
  readonly rows: readonly ShownRow[];
  readonly now: Instant;
  readonly onOpen: (row: ShownRow) => void;
}

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

function OtherCell({ shown, index, now }: { readonly shown: ShownRow; readonly index: number; readonly now: Instant }) {
  const cell = shown.row.cells[index] ?? null;
  if (cell === null) return <Text className="t-s c-ink-3">不要求</Text>;
  const words = besideWords(cell, now);
  return <StatusWord shape={words.shape}>{words.text}</StatusWord>;
}

function isOwed(cell: BoardCell): boolean {
  return cell.metAt === null && cell.standing !== 'waived';
}

function verbOf({ cell }: ShownRow): string {
  if (cell.metAt !== null || cell.standing === 'waived') return '看';
  return isToBeCalled(cell) ? '打电话' : '提醒、宽限';
}

/** What became of the last reminder: a bell and when, or in a word that it did not arrive. */
function Reminded({ cell, now }: { readonly cell: BoardCell; readonly now: Instant }) {
  const isDelivered = cell.lastReminder?.state === 'delivered';
  return (
    <View
      className="board-time row t-s c-ink-2"
      {...role('cell')}
      {...(isDelivered ? { 'aria-label': reminderWords(cell, now) } : {})}
    >
      {isDelivered ? <Icon name="bell" size="small" className="board-bell" /> : null}
      <View>{shortReminderWords(cell, now)}</View>
    </View>
  );
}

/** The units as a table, for wide windows: one line of 39 a unit, the chosen thing first, the others beside it. */
export function BoardTable({ columns, column, rows, now, onOpen }: BoardTableProps) {
  const others = columns.map((_, index) => index).filter((index) => index !== column);
  return (
    <View className="board-table" {...role('table')}>
      <View className="board-line is-head t-xs c-ink-2" {...role('row')}>
        <View className="board-unit" {...role('columnheader')}>
          单位
        </View>
        <View className="board-kind" {...role('columnheader')}>
          类别
        </View>
        <View className="board-cell" {...role('columnheader')}>
          {columns[column]?.title ?? ''}
        </View>
        <View className="board-time" {...role('columnheader')}>
          收到、提醒
        </View>
        {others.map((index) => (
          <View className="board-cell" key={index} {...role('columnheader')}>
            {columns[index]?.title ?? ''}
          </View>
        ))}
        <View className="board-verb" {...role('columnheader')}>
          操作
        </View>
      </View>
      {rows.map((shown) => {
        const { row, cell } = shown;
        const words = standingWords(cell, now);
        const verb = verbOf(shown);
        return (
          <View className="board-line" key={row.unitId} {...role('row')}>
            <View className="board-unit t-s is-bold" {...role('cell')}>
              {row.unitName}
            </View>
            <View className="board-kind t-s c-ink-2" {...role('cell')}>
              {UNIT_KIND_NAMES[row.unitKind]}
            </View>
            <View className="board-cell" {...role('cell')}>
              <StatusWord shape={words.shape}>{words.text}</StatusWord>
            </View>
            {isOwed(cell) ? (
              <Reminded cell={cell} now={now} />
            ) : (
              <View className="board-time t-s c-ink-2" {...role('cell')}>
                {receivedWords(cell, now)}
              </View>
            )}
            {others.map((index) => (
              <View className="board-cell" key={index} {...role('cell')}>
                <OtherCell shown={shown} index={index} now={now} />
              </View>
            ))}
            <View className="board-verb" {...role('cell')}>
              <Pressable
                className={`t-s board-link ${verb === '看' ? 'c-ink-2' : 'c-brand'}`}
                label={`${row.unitName}，${verb}`}
                onPress={() => {
                  onOpen(shown);
                }}
              >
                {verb}
              </Pressable>
            </View>
          </View>
        );
      })}
      {rows.length === 0 ? <View className="t-s c-ink-2 below-3">没有这样的单位。</View> : null}
    </View>
  );
}
