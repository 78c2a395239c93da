import { cleanText, isLongerThan } from '@jiannuo/shared/kernel';
import type { CallRow } from '@jiannuo/shared/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { asApiError } from '../../platform/http/api-error';
import { useWishKey } from '../../platform/http/wish-key';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { Button } from '../../ui/button/button';
import { TextField } from '../../ui/field/field';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { recordCall } from './api/record-call.api';
import { callTo } from './call-words';

/** Longest result of a call, in code points, inclusive. */
const LONGEST = 100;
const USUAL_RESULTS = ['打通了，今天报', '没人接', '请同事转告', '号码不对'] as const;

interface ResultSheetProps {
  readonly row: CallRow;
  readonly onClose: () => void;
}

function wrongIn(text: string): string | null {
  const clean = cleanText(text);
  if (clean === '') return '请写打电话的结果，一句话就行。';
  return isLongerThan(clean, LONGEST) ? `结果最多${String(LONGEST)}个字，请写短些。` : null;
}

/** Noting what a call came to. What is typed stays on the device until the server has it. */
export function ResultSheet({ row, onClose }: ResultSheetProps) {
  const name = `call-result/${row.reminderId}`;
  const store = useQueryClient();
  const keyOf = useWishKey();
  const text = useRef(readStored<string>(name) ?? '');
  const isBusy = useRef(false);
  const [restarts, setRestarts] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const type = (typed: string) => {
    text.current = typed;
    writeStored(name, typed);
  };
  const save = async () => {
    const wrong = wrongIn(text.current);
    setError(wrong);
    if (wrong !== null || isBusy.current) return;
    isBusy.current = true;
    try {
      await recordCall(row.reminderId, text.current, keyOf(text.current));
      removeStored(name);
      void store.invalidateQueries({ queryKey: QUERY_KEYS.callList });
      showToast('记下了');
      onClose();
    } catch (failure) {
      setError(`${asApiError(failure).sentence}写的都在。`);
    } finally {
      isBusy.current = false;
    }
  };
  return (
    <Sheet title={`${row.unitName}，打电话的结果`} onClose={onClose}>
      <View className="t-s c-ink-2">{row.about}</View>
      <View className="t-s c-ink-2">{callTo(row)}</View>
      <View className="row row-wrap below-2">
        {USUAL_RESULTS.map((usual) => (
          <Pressable
            key={usual}
            className="call-usual t-s c-brand"
            label={`填“${usual}”`}
            onPress={() => {
              type(usual);
              setError(null);
              setRestarts((count) => count + 1);
            }}
          >
            {usual}
          </Pressable>
        ))}
      </View>
      <TextField
        key={restarts}
        label="结果"
        initial={text.current}
        placeholder="例如今晚8点前报"
        error={error}
        onType={type}
      />
      <View className="below-4">
        <Button isBlock onPress={() => void save()}>
          记下结果
        </Button>
      </View>
    </Sheet>
  );
}
