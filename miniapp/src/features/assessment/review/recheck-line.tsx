import type { AssessmentView } from '@jiannuo/shared/assessment';
import { addMonths, formatPeriod, quoted } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { openPage } from '../../../platform/navigation';
import { Button } from '../../../ui/button/button';
import { StatusWord } from '../../../ui/status/status-word';

/** What counted as 按计划推进 in the month before and is still not done (Q6), with the way to its ledger. */
export function RecheckLine({ view }: { readonly view: AssessmentView }) {
  const { recheck, period, unitId, actions } = view;
  if (recheck.length === 0) return null;
  const before = addMonths(period, -1);
  const names = recheck.map(({ title }) => quoted(title)).join('、');
  return (
    <View className="recheck">
      <StatusWord shape="gap">{`${formatPeriod(before)}按计划推进的，还有${String(recheck.length)}项没标完成`}</StatusWord>
      <View className="t-s">{names}</View>
      <View className="t-s c-ink-2">
        {actions.includes('submit') ? '办好了请在台账标成完成。' : `没办成的，在${formatPeriod(before)}复核里更正。`}
      </View>
      <Button
        look="link"
        onPress={() => {
          openPage('ledger', { period: before, unitId });
        }}
      >
        看台账
      </Button>
    </View>
  );
}
