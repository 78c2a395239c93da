import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { Heading } from '../../ui/heading/heading';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { useBurdenUnit } from './api/load-unit.api';
import './burden.scss';
import { EntryList } from './entry-list';

interface UnitProps {
  readonly period: Period;
  readonly unitId: string;
}

/** What a month asked of one unit, line by line. */
export function BurdenUnitScreen({ period, unitId }: UnitProps) {
  const query = useBurdenUnit(period, unitId);
  return (
    <Screen title="减负账本" section="burden/month">
      <Answered query={query}>
        {({ unitName, entries }) => (
          <>
            <View className="burden-month">
              <View className="t-s c-ink-2">{formatPeriod(period)}</View>
              <Heading level={2} className="t-1">
                {unitName}
              </Heading>
            </View>
            <EntryList entries={entries} column={null} />
          </>
        )}
      </Answered>
    </Screen>
  );
}
