import { View } from '@tarojs/components';
import { useState } from 'react';
import { FieldFrame } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/overlay/dialog';
import { Pressable } from '../../ui/pressable/pressable';
import { useNotices } from './api/load-notices.api';

interface EarlierProps {
  readonly value: string | null;
  readonly onChoose: (noticeId: string) => void;
}

/** The notice that was issued before and is not met, chosen among the latest. */
export function EarlierField({ value, onChoose }: EarlierProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useNotices(null);
  const issued = (data?.rows ?? []).filter(({ state, isConfidential }) => state === 'issued' && !isConfidential);
  const chosen = issued.find(({ id }) => id === value);
  const words = chosen === undefined ? '选是哪一份' : `${chosen.number}　${chosen.title}`;
  return (
    <FieldFrame label="前一份通知" {...(issued.length === 0 ? { note: '还没有签发过的通知。' } : {})}>
      <Pressable
        className="field-box"
        label={`前一份通知，${words}`}
        onPress={() => {
          setIsOpen(true);
        }}
      >
        <View className="grow t-body">{words}</View>
        <Icon name="down" className="c-ink-2" />
      </Pressable>
      {isOpen ? (
        <Sheet
          title="前一份通知"
          onClose={() => {
            setIsOpen(false);
          }}
          verbs={issued.map(({ id, number, title }) => ({
            label: number,
            note: title,
            onPress: () => {
              onChoose(id);
            },
          }))}
        />
      ) : null}
    </FieldFrame>
  );
}
