import type { MissingMonth } from '@jiannuo/shared/assessment';
import { isBlank } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button/button';
import { TextField } from '../../../ui/field/field';
import { Sheet } from '../../../ui/overlay/dialog';
import { ownedWords, type OwnedMonth } from '../review/hindrances';

interface MissingSheetProps {
  readonly months: readonly OwnedMonth[];
  readonly error: string | null;
  readonly onConfirm: (missing: readonly MissingMonth[]) => void;
  readonly onClose: () => void;
}

/** Months that nobody scored count 0 only with a person's word (Q19): one reason each, and one may stand for the others. */
export function MissingSheet({ months, error, onConfirm, onClose }: MissingSheetProps) {
  const [reasons, setReasons] = useState<readonly string[]>(() => months.map(() => ''));
  const [areGapsShown, setAreGapsShown] = useState(false);
  const [first = ''] = reasons;
  const said = reasons.map((reason, index) => (index > 0 && isBlank(reason) ? first : reason));
  const confirm = () => {
    setAreGapsShown(true);
    if (said.some(isBlank)) return;
    onConfirm(months.map(({ unitId, month }, index) => ({ unitId, month, reason: said[index] ?? '' })));
  };
  return (
    <Sheet title="没有得分的月份" onClose={onClose}>
      <View className="t-s c-ink-2">按0分算，要写明理由，各县看得到。空着的照第一个。</View>
      {months.map((month, index) => (
        <TextField
          key={ownedWords(month)}
          label={ownedWords(month)}
          initial=""
          placeholder={index === 0 ? '为什么没有得分' : '空着就照第一个'}
          error={areGapsShown && index === 0 && isBlank(first) ? '请写明理由，一句话就行。' : null}
          onType={(text) => {
            setReasons(reasons.map((reason, at) => (at === index ? text : reason)));
          }}
        />
      ))}
      {error === null ? null : <View className="t-s c-late below-2">{`${error}写的都在。`}</View>}
      <View className="below-4">
        <Button isBlock onPress={confirm}>
          按0分算，定稿
        </Button>
      </View>
    </Sheet>
  );
}
