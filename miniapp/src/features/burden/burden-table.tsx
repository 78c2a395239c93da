import {
  BURDEN_COLUMN_TITLES,
  BURDEN_COLUMNS,
  burdenSums,
  type BurdenColumn,
  type BurdenRow,
} from '@jiannuo/shared/burden';
import { View } from '@tarojs/components';
import { Pressable } from '../../ui/pressable/pressable';

/** The unit whose rows are open, and of which column; null for all of them. */
export interface OpenedUnit {
  readonly unitId: string;
  readonly column: BurdenColumn | null;
}

interface TableProps {
  readonly rows: readonly BurdenRow[];
  readonly opened: OpenedUnit | null;
  readonly onOpen: (opened: OpenedUnit) => void;
}

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

/** The month as a table with its sums on top: a line opens the unit's rows, a number those behind it. */
export function BurdenTable({ rows, opened, onOpen }: TableProps) {
  const sums = burdenSums(rows);
  return (
    <View className="burden-table" {...role('table')} {...(IS_BROWSER ? { 'aria-label': '各单位本月负担' } : {})}>
      <View className="burden-row t-xs c-ink-2" {...role('row')}>
        <View className="burden-name" {...role('columnheader')}>
          单位
        </View>
        {BURDEN_COLUMNS.map((column) => (
          <View key={column} className="burden-cell" {...role('columnheader')}>
            {BURDEN_COLUMN_TITLES[column]}
          </View>
        ))}
      </View>
      <View className="burden-row is-sum t-body" {...role('row')}>
        <View className="burden-name" {...role('rowheader')}>
          {`${String(rows.length)}家合计`}
        </View>
        {BURDEN_COLUMNS.map((column) => (
          <View key={column} className="burden-cell" {...role('cell')}>
            {String(sums[column])}
          </View>
        ))}
      </View>
      {rows.map((row) => (
        <Line key={row.unitId} row={row} opened={opened} onOpen={onOpen} />
      ))}
    </View>
  );
}

interface LineProps extends Omit<TableProps, 'rows'> {
  readonly row: BurdenRow;
}

function Line({ row, opened, onOpen }: LineProps) {
  const { unitId, unitName } = row;
  const isOpen = opened?.unitId === unitId;
  return (
    <View className={`burden-row t-body ${isOpen ? 'is-open' : ''}`} {...role('row')}>
      <View className="burden-name" {...role('rowheader')}>
        <Pressable
          className="burden-open"
          isExpanded={isOpen}
          onPress={() => {
            onOpen({ unitId, column: null });
          }}
        >
          {unitName}
        </Pressable>
      </View>
      {BURDEN_COLUMNS.map((column) => (
        <View key={column} className="burden-cell" {...role('cell')}>
          {row[column] === 0 ? (
            <View className="c-ink-3">0</View>
          ) : (
            <Pressable
              className={`burden-number ${isOpen && opened.column === column ? 'is-chosen' : ''}`}
              label={`${unitName}${BURDEN_COLUMN_TITLES[column]}${String(row[column])}`}
              onPress={() => {
                onOpen({ unitId, column });
              }}
            >
              {String(row[column])}
            </Pressable>
          )}
        </View>
      ))}
    </View>
  );
}
