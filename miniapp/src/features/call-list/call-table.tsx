import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { callPhone } from '../../platform/device/phone-call';
import { Pressable } from '../../ui/pressable/pressable';
import { numberOf } from './call-words';

interface CallTableProps {
  readonly name: string;
  /** What stands over a column, and its part in the width. */
  readonly columns: readonly (readonly [head: string, size: 'unit' | 'person' | 'phone' | 'slim' | 'broad' | 'verb'])[];
  /** The cells of a line stand in the order of the columns. */
  readonly lines: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

/** A table for wide windows, with the board's lines of 39; what needs two lines makes its own line higher. */
export function CallTable({ name, columns, lines }: CallTableProps) {
  return (
    <View className="call-table" {...role('table')} aria-label={name}>
      <View className="call-line t-xs c-ink-2" {...role('row')}>
        {columns.map(([head, size]) => (
          <View key={head} className={`call-cell is-${size}`} {...role('columnheader')}>
            {head}
          </View>
        ))}
      </View>
      {lines.map(({ key, cells }) => (
        <View key={key} className="call-line t-s" {...role('row')}>
          {columns.map(([head, size], index) => (
            <View key={head} className={`call-cell is-${size}`} {...role('cell')}>
              {cells[index]}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

/** A number to read while dialling on the desk's telephone; it also dials where the computer can. */
export function NumberCell({ unitName, phone }: { readonly unitName: string; readonly phone: string }) {
  if (phone === '') return <Text className="c-ink-3">没有电话</Text>;
  return (
    <Pressable
      role="link"
      className="call-number c-brand"
      label={`打电话给${unitName}，${numberOf({ phone })}`}
      onPress={() => {
        callPhone(phone);
      }}
    >
      {numberOf({ phone })}
    </Pressable>
  );
}
