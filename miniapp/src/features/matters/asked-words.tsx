import type { MatterRow } from '@jiannuo/shared/coordination';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { DueChip } from '../../ui/status/status-word';
import { raisedWords, urgentWords } from './matter-words';

/** Since when a matter is there; of an urgent one also how long its first answer took. */
export function AskedWords({ matter }: { readonly matter: MatterRow }) {
  const urgent = urgentWords(matter, now());
  if (urgent === null) return <View>{raisedWords(matter, now())}</View>;
  return (
    <View className="row row-wrap">
      <DueChip due={{ shape: urgent.shape, text: '紧急' }} />
      {urgent.text}
    </View>
  );
}
