import { COORDINATION_MESSAGES, decideStrike, type ContactView } from '@jiannuo/shared/coordination';
import { formatDay } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { Button } from '../../ui/button/button';
import { TextField } from '../../ui/field/field';
import { factsInLine } from '../../ui/ideographic-space';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { strikeContact } from './api/strike-contact.api';

interface StrikeSheetProps {
  readonly contact: ContactView;
  readonly onClose: () => void;
}

function wrongIn(reason: string): string | null {
  const outcome = decideStrike({ struckAt: null }, reason);
  if (outcome.ok) return null;
  const [{ code, facts }] = outcome.refusals;
  return COORDINATION_MESSAGES[code as keyof typeof COORDINATION_MESSAGES](facts);
}

/** Strikes a line out, with the reason, which the unit reads too. */
export function StrikeSheet({ contact, onClose }: StrikeSheetProps) {
  const name = `contact-strike/${contact.id}`;
  const write = useWrite(QUERY_KEYS.contacts);
  const reason = useRef(readStored<string>(name) ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async () => {
    const gap = wrongIn(reason.current);
    setWrong(gap);
    if (gap !== null) return;
    const text = reason.current;
    if ((await write.run(text, (key) => strikeContact(contact.id, text, key))) === null) return;
    removeStored(name);
    showToast('划掉了');
    onClose();
  };
  const failed = write.error === null ? null : `${write.error.sentence}写的都在。`;
  return (
    <Sheet title="划掉这条" onClose={onClose}>
      <View className="t-s c-ink-2">{factsInLine(formatDay(contact.contactedOn), contact.subject)}</View>
      <View className="t-s c-ink-2">划掉后不算联络，字还看得见。要改就划掉再记一条。</View>
      <TextField
        label="为什么划掉"
        initial={reason.current}
        placeholder="例如记错了单位"
        error={wrong ?? failed}
        onType={(text) => {
          reason.current = text;
          writeStored(name, text);
        }}
      />
      <View className="below-4">
        <Button isBlock onPress={() => void send()}>
          划掉这条
        </Button>
      </View>
    </Sheet>
  );
}
