import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { TextField } from '../../../ui/field/field';

/** How many units stand there at once; in a larger group one looks for a unit by its name. */
const AT_ONCE = 60;

interface FoundUnitsProps<T> {
  readonly units: readonly T[];
  /** What is done with those that are found: a box for each. */
  readonly children: (found: readonly T[]) => ReactNode;
}

/** The units to choose from: all of them, or in a large group those whose names hold what is looked for. */
export function FoundUnits<T extends { readonly name: string }>({ units, children }: FoundUnitsProps<T>) {
  const [wanted, setWanted] = useState('');
  const matching = units.filter(({ name }) => name.includes(wanted.trim()));
  const rest = matching.length - AT_ONCE;
  return (
    <>
      {units.length > AT_ONCE ? (
        <TextField label="找单位" isLabelHidden placeholder="写名称找单位" initial="" onType={setWanted} />
      ) : null}
      <View className="record-picks">{children(matching.slice(0, AT_ONCE))}</View>
      {matching.length === 0 && units.length > 0 ? (
        <View className="t-s c-ink-2">没有这样的单位，换个字再找。</View>
      ) : null}
      {rest > 0 ? <View className="t-s c-ink-2">{`还有${String(rest)}家没列出来，写名称找。`}</View> : null}
    </>
  );
}
