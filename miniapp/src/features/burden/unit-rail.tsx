import { BURDEN_COLUMN_TITLES, type BurdenRow } from '@jiannuo/shared/burden';
import type { Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { Button } from '../../ui/button/button';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
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
      <View className="row between">
        <Heading level={2} className="t-2 grow">
          {unitName}
        </Heading>
        <Pressable className="burden-close" label={`关上${unitName}`} onPress={onClose}>
          <Icon name="close" />
        </Pressable>
      </View>
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
