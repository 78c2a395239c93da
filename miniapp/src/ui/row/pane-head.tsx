import { View } from '@tarojs/components';
import { Heading } from '../heading/heading';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import './row.scss';

/** The head of what is open beside the work, and the way to shut it. */
export function PaneHead({ title, onClose }: { readonly title: string; readonly onClose: () => void }) {
  return (
    <View className="row between">
      <Heading level={2} className="t-2 grow">
        {title}
      </Heading>
      <Pressable className="pane-close" label={`关上${title}`} onPress={onClose}>
        <Icon name="close" />
      </Pressable>
    </View>
  );
}
