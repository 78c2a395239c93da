import { View } from '@tarojs/components';
import { openPage } from '../../platform/navigation';
import { Icon, type IconName } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import './supervision.scss';

const WAYS: readonly (readonly [page: string, label: string, icon: IconName])[] = [
  ['supervision/notices', '通知和督办', 'flag'],
  ['inspections/list', '督导检查', 'search'],
  ['burden/month', '减负账本', 'bars'],
];

/** On the lead unit's phones: the three parts of 督导, one tap from the slot (on wide windows the side has them). */
export function SupervisionWays() {
  return (
    <View className="supervision-ways">
      {WAYS.map(([page, label, icon]) => (
        <Pressable
          key={page}
          role="link"
          className="supervision-way t-s"
          onPress={() => {
            openPage(page);
          }}
        >
          <Icon name={icon} className="c-brand" />
          <View className="below-1">{label}</View>
        </Pressable>
      ))}
    </View>
  );
}
