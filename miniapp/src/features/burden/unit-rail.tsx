import { BURDEN_COLUMN_TITLES, type BurdenRow } from '@jiannuo/shared/burden';
import type { Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { Button } from '../../ui/button/button';
import { PaneHead } from '../../ui/row/pane-head';
import { Answered } from '../../ui/state/state-view';
import { useBurdenUnit } from './api/load-unit.api';
import type { OpenedUnit } from './burden-table';
import { EntryList } from './entry-list';

interface RailProps {
  readonly row: BurdenRow;
  readonly column: OpenedUnit['column'];
  readonly period: Period;
  readonly onWhole: () => void;
  readonly onClose: () => void;
}

/** Beside the table: the rows behind one unit's numbers, or behind the one that was pressed. */
export function UnitRail({ row: { unitId, unitName }, column, period, onWhole, onClose }: RailProps) {
  const query = useBurdenUnit(period, unitId);
  return (
    <View className="burden-rail">
      <PaneHead title={unitName} onClose={onClose} />
      {column === null ? null : (
        <View className="row between">
          <View className="t-s c-ink-2">{`只看${BURDEN_COLUMN_TITLES[column]}`}</View>
          <Button look="link" onPress={onWhole}>
            看全部
          </Button>
        </View>
      )}
      <Answered query={query}>{({ entries }) => <EntryList entries={entries} column={column} />}</Answered>
    </View>
  );
}
