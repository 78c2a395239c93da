import { formatPeriod } from '@jiannuo/shared/kernel';
import type { RegisterView } from '@jiannuo/shared/rulings';
import { View } from '@tarojs/components';
import { Card, GroupTitle } from '../../ui/card/card';
import { StatusWord } from '../../ui/status/status-word';
import { questionWords } from './ruling-words';

type FirstMonthProps = Pick<RegisterView, 'firstMonth' | 'year'>;

/** Q7, which nobody rules here: how it stands, what it does, and where it is set. */
export function FirstMonth({ firstMonth, year }: FirstMonthProps) {
  const { period, isLenient } = firstMonth;
  const month = formatPeriod(period);
  return (
    <>
      <View className="row between">
        <View className="t-xs c-ink-2">{questionWords('Q7')}</View>
        <StatusWord shape={isLenient ? 'done' : 'waived'}>{isLenient ? '不扣' : '照扣'}</StatusWord>
      </View>
      <View className="t-s">{`首月（${month}）迟报、漏报扣不扣分`}</View>
      <View className="t-s c-ink-2">
        {`${isLenient ? `${month}迟报、漏报不扣分` : `${month}和别的月一样扣`}。在${String(year)}年的年度安排文件里定，不在这里定；改了，复核过的分不变。`}
      </View>
    </>
  );
}

/** The same as a card below the questions, on phones. */
export function FirstMonthCard(props: FirstMonthProps) {
  return (
    <>
      <GroupTitle>年度安排里定的</GroupTitle>
      <Card>
        <FirstMonth {...props} />
      </Card>
    </>
  );
}
