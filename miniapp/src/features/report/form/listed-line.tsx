import { quoted } from '@jiannuo/shared/kernel';
import { ROW_STATE_NAMES } from '@jiannuo/shared/ledger';
import type { ListedMeasure } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { StatusWord } from '../../../ui/status/status-word';
import { useForm } from './form-context';

/** `“银企对接”（按计划推进）`. */
function namesOf(measures: readonly ListedMeasure[]): string {
  return measures.map(({ title, state }) => `${quoted(title)}（${ROW_STATE_NAMES[state]}）`).join('、');
}

/** What the ledger lists under a heading and has not done: the report should not forget it, nor say that there is none. */
export function ListedLine({ headingId, isDenied }: { readonly headingId: string; readonly isDenied: boolean }) {
  const listed = useForm().listedMeasures.filter((measure) => measure.headingId === headingId);
  if (isDenied) {
    return listed.length === 0 ? null : (
      <View className="below-2">
        <StatusWord shape="gap">{`台账本月列了${String(listed.length)}项，和“无此项任务”对不上`}</StatusWord>
        <View className="t-s c-ink-2">{`${namesOf(listed)}。请改填工作；不归您办的，请牵头单位改台账。`}</View>
      </View>
    );
  }
  const undone = listed.filter(({ state }) => state !== 'done');
  return undone.length === 0 ? null : <View className="t-s c-ink-2">{`台账本月还列了${namesOf(undone)}`}</View>;
}
