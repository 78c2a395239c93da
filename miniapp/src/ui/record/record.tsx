import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import './record.scss';

/** A fact of a record as label and value. */
export function RecordFact({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <View className="record-fact">
      <View className="record-fact-label t-s c-ink-2">{label}</View>
      <View className="grow t-body">{children}</View>
    </View>
  );
}

/** A longer text of a record under its label. */
export function RecordText({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <View className="record-text">
      <View className="t-s c-ink-2">{label}</View>
      <View className="t-body t-reading record-words">{text}</View>
    </View>
  );
}

/** A name that reads badly in half of a phone's width, in characters. */
const LONG_NAME = 10;

interface PickProps {
  readonly name: string;
  /** As what it was chosen, where there are several ways. */
  readonly aside?: string;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

/** One of several that may be chosen together. */
export function PickBox({ name, aside = '', isChosen, onPress }: PickProps) {
  return (
    <Pressable
      role="checkbox"
      isSelected={isChosen}
      className={`record-pick ${name.length > LONG_NAME ? 'is-long' : ''}`}
      label={`${name}${aside}`}
      onPress={onPress}
    >
      <View className={`tick-box ${isChosen ? 'is-ticked' : ''}`}>
        {isChosen ? <Icon name="check" size="small" /> : null}
      </View>
      <View className="gap-2 t-body">{name}</View>
      {aside === '' ? null : <View className="record-pick-aside gap-2 t-s is-bold c-brand">{aside}</View>}
    </Pressable>
  );
}
