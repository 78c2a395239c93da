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

interface ChoiceBoxProps {
  readonly label: string;
  readonly words: string;
  readonly onPress: () => void;
}

/** The box of a field that is not typed: what is chosen, and that a tap opens more. */
export function ChoiceBox({ label, words, onPress }: ChoiceBoxProps) {
  return (
    <Pressable className="field-box" label={`${label}，${words}`} onPress={onPress}>
      <View className="grow t-body">{words}</View>
      <Icon name="down" className="c-ink-2" />
    </Pressable>
  );
}

/** A field that is not typed: a tap opens what there is to choose from. */
export function ChoiceField({ label, words, note, verbs }: ChoiceProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <FieldFrame label={label} {...(note === undefined ? {} : { note })}>
      <ChoiceBox
        label={label}
        words={words}
        onPress={() => {
          setIsOpen(true);
        }}
      />
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
