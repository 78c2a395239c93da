import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon } from '../icon/icon';
import { Sheet, type SheetVerb } from '../overlay/dialog';
import { Pressable } from '../pressable/pressable';
import { FieldFrame } from './field';

interface ChoiceProps {
  readonly label: string;
  /** What is chosen, or that something is to be. */
  readonly words: string;
  readonly note?: string;
  readonly verbs: readonly SheetVerb[];
}

/** A field that is not typed: a tap opens what there is to choose from. */
export function ChoiceField({ label, words, note, verbs }: ChoiceProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <FieldFrame label={label} {...(note === undefined ? {} : { note })}>
      <Pressable
        className="field-box"
        label={`${label}，${words}`}
        onPress={() => {
          setIsOpen(true);
        }}
      >
        <View className="grow t-body">{words}</View>
        <Icon name="down" className="c-ink-2" />
      </Pressable>
      {isOpen ? (
        <Sheet
          title={label}
          onClose={() => {
            setIsOpen(false);
          }}
          verbs={verbs}
        />
      ) : null}
    </FieldFrame>
  );
}
