import type { BoardView } from '@jiannuo/shared/obligations';
import { UNIT_KIND_NAMES, type UnitKind } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { Pressable } from '../../ui/pressable/pressable';
import { unitKindsOf, type BoardChoice } from './board-filter';

const TAB_LIST = IS_BROWSER ? { role: 'tablist' } : {};

/** The board, what is looked at, and the way to look at something else. */
export interface PartProps {
  readonly board: BoardView;
  readonly choice: BoardChoice;
  readonly choose: (change: Partial<BoardChoice>) => void;
}

/** Which kind of unit is looked at. */
export function UnitKindTabs({ board, choice, choose }: PartProps) {
  const kinds = unitKindsOf(board.rows, choice.column);
  const total = kinds.reduce((sum, [, count]) => sum + count, 0);
  const options: readonly (readonly [UnitKind | 'all', string])[] = [
    ['all', `全部 ${String(total)}`],
    ...kinds.map(([kind, count]) => [kind, `${UNIT_KIND_NAMES[kind]} ${String(count)}`] as const),
  ];
  return (
    <View className="board-tabs" {...TAB_LIST}>
      {options.map(([kind, label]) => (
        <Pressable
          key={kind}
          role="tab"
          isSelected={choice.unitKind === kind}
          className={`board-tab t-s ${choice.unitKind === kind ? 'is-chosen' : 'c-ink-2'}`}
          onPress={() => {
            choose({ unitKind: kind });
          }}
        >
          {label}
        </Pressable>
      ))}
    </View>
  );
}

/** Which of the month's things is looked at. */
export function ColumnTabs({ board, choice, choose }: PartProps) {
  return (
    <View className="board-tabs" {...TAB_LIST}>
      {board.columns.map((column, index) => (
        <Pressable
          key={column.kind}
          role="tab"
          isSelected={choice.column === index}
          className={`board-tab t-strong ${choice.column === index ? 'is-chosen' : 'c-ink-2'}`}
          onPress={() => {
            choose({ column: index, filter: 'expected', unitKind: 'all' });
          }}
        >
          {column.title}
        </Pressable>
      ))}
    </View>
  );
}
