import { formatDue, formatStamp } from '@jiannuo/shared/kernel';
import { checkObjection, REPORTING_MESSAGES, type EntryCheckView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { TextField } from '../../ui/field/field';
import { Heading } from '../../ui/heading/heading';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { EntryNotes } from '../../ui/report/entry-notes';
import type { HandIn } from '../../ui/report/hand-in';
import { objectToEntry } from './object-entry.api';

function wrongIn(text: string): string | null {
  const outcome = checkObjection(text);
  if (outcome.ok) return null;
  const [{ code, facts }] = outcome.refusals;
  return REPORTING_MESSAGES[code as keyof typeof REPORTING_MESSAGES](facts);
}

/** What is different, in the unit's words. They stay on the device until the server has them. */
function ObjectionSheet({ handIn, onClose }: { readonly handIn: HandIn; readonly onClose: () => void }) {
  const name = `objection/${handIn.id}`;
  const write = useWrite(QUERY_KEYS.receipt(handIn.id));
  const text = useRef(readStored<string>(name) ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async () => {
    const reason = wrongIn(text.current);
    setWrong(reason);
    if (reason !== null) return;
    const body = { text: text.current };
    if ((await write.run(body, (key) => objectToEntry(handIn, body, key))) === null) return;
    removeStored(name);
    showToast('已告诉牵头单位');
    onClose();
  };
  const failed = write.error === null ? null : `${write.error.sentence}写的都在。`;
  return (
    <Sheet title="哪里不同" onClose={onClose}>
      <TextField
        label="写给牵头单位"
        lines="many"
        initial={text.current}
        placeholder="例如20日21:48就发了邮件"
        error={wrong ?? failed}
        onType={(typed) => {
          text.current = typed;
          writeStored(name, typed);
        }}
      />
      <View className="below-4">
        <Button isBlock onPress={() => void send()}>
          {write.isSending ? '正在交，请别关' : '告诉牵头单位'}
        </Button>
      </View>
    </Sheet>
  );
}

interface EntryCheckProps {
  readonly entry: EntryCheckView;
  readonly handIn: HandIn;
  /** The version that the receipt is of; the entered one may be an earlier one. */
  readonly version: number;
}

/** On what the time of an entered hand-in rests, what was said about it, and until when the unit may say that it is different. */
export function EntryCheck({ entry, handIn, version }: EntryCheckProps) {
  const [isWriting, setIsWriting] = useState(false);
  const { isWide } = useDisplay();
  const at = now();
  const isEarlier = entry.version !== version;
  const name = isEarlier ? `第${String(entry.version)}版是牵头单位代录的` : '牵头单位代录的';
  return (
    <Card>
      <Heading level={2} className="t-strong">
        {entry.mayObject ? `${name}，请核对` : name}
      </Heading>
      {isEarlier ? <View className="t-s c-ink-2">{`收到时间：${formatStamp(entry.receivedAt)}`}</View> : null}
      <View className="t-s c-ink-2">{`收到时间的依据：${entry.basis}`}</View>
      <EntryNotes notes={entry.notes} now={at} />
      {entry.mayObject ? (
        <>
          <View className="t-s c-ink-2 below-2">{`${formatDue(entry.until, at)}可以提不同，改前改后都留着。`}</View>
          <View className="below-3">
            <Button
              look="plain"
              isBlock={!isWide}
              onPress={() => {
                setIsWriting(true);
              }}
            >
              提不同
            </Button>
          </View>
        </>
      ) : null}
      {isWriting ? (
        <ObjectionSheet
          handIn={handIn}
          onClose={() => {
            setIsWriting(false);
          }}
        />
      ) : null}
    </Card>
  );
}
