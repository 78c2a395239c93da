import { formatWhole } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { TextField } from './field';

/** How many stand there at once; of more than these one is looked for by its name. */
export const FOUND_AT_ONCE = 60;

interface FoundProps<T> {
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  /** What they are counted by: 家 where they are units. */
  readonly counter: '家' | '个';
  /** What is drawn of those that are found. */
  readonly children: (found: readonly T[]) => ReactNode;
}

/** What there is to choose from: all of it, or of very many those whose names hold what is looked for. */
export function Found<T>({ items, nameOf, counter, children }: FoundProps<T>) {
  const [wanted, setWanted] = useState('');
  const matching = items.filter((item) => nameOf(item).includes(wanted.trim()));
  const rest = matching.length - FOUND_AT_ONCE;
  return (
    <>
      {items.length > FOUND_AT_ONCE ? (
        <TextField label="按名称找" isLabelHidden placeholder="写名称找" initial="" onType={setWanted} />
      ) : null}
      {children(matching.slice(0, FOUND_AT_ONCE))}
      {matching.length === 0 && items.length > 0 ? (
        <View className="t-s c-ink-2">没有这个名称，换个字再找。</View>
      ) : null}
      {rest > 0 ? (
        <View className="t-s c-ink-2">{`还有${formatWhole(String(rest))}${counter}没列出来，写名称找。`}</View>
      ) : null}
    </>
  );
}
