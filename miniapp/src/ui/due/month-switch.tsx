import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useDisplay } from '../../platform/device/display';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import './month-switch.scss';

interface MonthSwitchProps {
  /** The months before and after; the first and the last have no neighbour. */
  readonly previous: Period | null;
  readonly next: Period | null;
  readonly onTurn: (period: Period) => void;
}

/** Turns to the month before or after. */
export function MonthSwitch({ previous, next, onTurn }: MonthSwitchProps) {
  const { isWide } = useDisplay();
  const turns = [
    [previous, 'left', '上个月'],
    [next, 'right', '下个月'],
  ] as const;
  return (
    <View className="months">
      {turns.map(([period, icon, label]) =>
        period === null ? (
          <View className="month c-ink-3" key={label} />
        ) : (
          <Pressable
            key={label}
            className="month"
            label={`${label}，${formatPeriod(period)}`}
            onPress={() => {
              onTurn(period);
            }}
          >
            {isWide && icon === 'right' ? <View className="t-s c-ink-2">{formatPeriod(period)}</View> : null}
            <Icon name={icon} />
            {isWide && icon === 'left' ? <View className="t-s c-ink-2">{formatPeriod(period)}</View> : null}
          </Pressable>
        ),
      )}
    </View>
  );
}
