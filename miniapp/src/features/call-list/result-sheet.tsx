import { cleanText, isLongerThan } from '@jiannuo/shared/kernel';
import type { CallRow } from '@jiannuo/shared/notifications';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/field/choice';
import { TextField } from '../../ui/field/field';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { recordCall } from './api/record-call.api';
import { callTo } from './call-words';

/** Longest result of a call, in code points, inclusive. */
const LONGEST = 100;
const USUAL_RESULTS = [
  { text: '打通了，今天报', isReached: true },
  { text: '没人接', isReached: false },
  { text: '请同事转告', isReached: false },
  { text: '号码不对', isReached: false },
] as const;
const REACHED = [
  { value: 'yes', label: '打通了' },
  { value: 'no', label: '没打通' },
] as const;

/** What is being noted; whether the call got through is null until said. */
interface ResultDraft {
  readonly text: string;
  readonly isReached: boolean | null;
}

interface ResultSheetProps {
  readonly row: CallRow;
  readonly onClose: () => void;
}

const EMPTY: ResultDraft = { text: '', isReached: null };

function wrongIn({ text, isReached }: ResultDraft): string | null {
  const clean = cleanText(text);
  if (clean === '') return '请写打电话的结果，一句话就行。';
  if (isLongerThan(clean, LONGEST)) return `结果最多${String(LONGEST)}个字，请写短些。`;
  return isReached === null ? '请选打通没有，打通的算一次联络。' : null;
}

function answerOf({ isReached }: ResultDraft): 'yes' | 'no' | null {
  if (isReached === null) return null;
  return isReached ? 'yes' : 'no';
}

/** Noting what a call came to, and whether it got through. What is typed stays on the device until the server has it. */
export function ResultSheet({ row, onClose }: ResultSheetProps) {
  const name = `call-outcome/${row.reminderId}`;
  const write = useWrite(QUERY_KEYS.callList, QUERY_KEYS.contacts);
  const draft = useRef(readStored<ResultDraft>(name) ?? EMPTY);
  const [restarts, setRestarts] = useState(0);
  const [wrong, setWrong] = useState<string | null>(null);
  const type = (change: Partial<ResultDraft>) => {
    draft.current = { ...draft.current, ...change };
    writeStored(name, draft.current);
  };
  const choose = (change: Partial<ResultDraft>) => {
    type(change);
    setWrong(null);
    write.forgetError();
    setRestarts((count) => count + 1);
  };
  const save = async () => {
    const { text, isReached } = draft.current;
    const gap = wrongIn(draft.current);
    setWrong(gap);
    if (gap !== null || isReached === null) return;
    const outcome = { text, isReached };
    if ((await write.run(outcome, (key) => recordCall(row.reminderId, outcome, key))) === null) return;
    removeStored(name);
    showToast('记下了');
    onClose();
  };
  const failed = write.error === null ? null : `${write.error.sentence}写的都在。`;
  return (
    <Sheet title={`${row.unitName}，打电话的结果`} onClose={onClose}>
      <View className="t-s c-ink-2">{row.about}</View>
      <View className="t-s c-ink-2">{callTo(row)}</View>
      <View className="row row-wrap below-2">
        {USUAL_RESULTS.map((usual) => (
          <Pressable
            key={usual.text}
            className="call-usual t-s c-brand"
            label={`填“${usual.text}”`}
            onPress={() => {
              choose(usual);
            }}
          >
            {usual.text}
          </Pressable>
        ))}
      </View>
      <Choice
        label="打通没有"
        options={REACHED}
        value={answerOf(draft.current)}
        onChoose={(answer) => {
          choose({ isReached: answer === 'yes' });
        }}
      />
      <TextField
        key={restarts}
        label="结果"
        initial={draft.current.text}
        placeholder="例如今晚8点前报"
        error={wrong ?? failed}
        onType={(text) => {
          type({ text });
        }}
      />
      <View className="below-4">
        <Button isBlock onPress={() => void save()}>
          记下结果
        </Button>
      </View>
    </Sheet>
  );
}
