import { formatMoment } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { copyText } from '../../../platform/device/clipboard';
import { kindOfDeviceNamed } from '../../../platform/device/device-name';
import { factsInLine } from '../../../ui/ideographic-space';
import { showToast } from '../../../ui/overlay/toast';
import { Pressable } from '../../../ui/pressable/pressable';

/** A text that is in no version: where it belongs, and when it was written on which device. */
export interface LostText {
  readonly id: string;
  readonly place: string;
  readonly device: string;
  readonly at: string;
  readonly words: string;
}

async function copy(words: string): Promise<void> {
  showToast((await copyText(words)) ? '复制好了' : '没复制上，请长按选字');
}

/** One such text, to be copied to where it is wanted. */
export function LostTextPart({ text }: { readonly text: LostText }) {
  return (
    <View className="reading-part">
      <View className="row between">
        <View className="t-s is-bold c-ink-2 grow">{text.place}</View>
        <Pressable className="text-link t-s c-brand" label={`复制${text.place}`} onPress={() => void copy(text.words)}>
          复制
        </Pressable>
      </View>
      <View className="t-s c-ink-2">{factsInLine(kindOfDeviceNamed(text.device), formatMoment(text.at, now()))}</View>
      <View className="t-body t-reading reading-text">{text.words}</View>
    </View>
  );
}
