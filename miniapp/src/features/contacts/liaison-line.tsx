import { View } from '@tarojs/components';
import { callPhone } from '../../platform/device/phone-call';
import { Icon } from '../../ui/icon/icon';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { StatusWord } from '../../ui/status/status-word';
import { useLiaison } from './api/load-liaison.api';

/** Whom to call in a unit, and the number to tap. */
export function LiaisonLine({ unitId, unitName }: { readonly unitId: string; readonly unitName: string }) {
  const liaison = useLiaison(unitId);
  if (liaison === null) return null;
  const { personName, section, post, phone } = liaison;
  return (
    <View className="row row-wrap between">
      <View className="t-s c-ink-2">{factsInLine(`联络员 ${personName}`, section + post)}</View>
      {phone === '' ? (
        <StatusWord shape="gap">没有电话</StatusWord>
      ) : (
        <Pressable
          role="link"
          className="contact-verb t-s c-brand"
          label={`打电话给${unitName}，${personName}`}
          onPress={() => {
            callPhone(phone);
          }}
        >
          <Icon name="phone" size="small" />
          <View className="gap-1">打电话</View>
        </Pressable>
      )}
    </View>
  );
}
