import type { BoardSums } from '@jiannuo/shared/obligations';
import { Text, View } from '@tarojs/components';
import { Pressable } from '../../ui/pressable/pressable';
import { StatusWord, type StatusShape } from '../../ui/status/status-word';
import type { BoardFilter } from './board-filter';
import './board.scss';

/** Filters that belong together, for screen readers. */
const TAB_LIST = IS_BROWSER ? { role: 'tablist' } : {};

interface SumsProps {
  readonly sums: BoardSums;
  readonly filter: BoardFilter;
  readonly onFilter: (filter: BoardFilter) => void;
}

const TERMS: readonly (readonly [BoardFilter, string, string])[] = [
  ['expected', '应报', ''],
  ['handedIn', '已报', '='],
  ['notHandedIn', '未报', '+'],
  ['waived', '免报', '+'],
];

/** 应报 = 已报 + 未报 + 免报. Each number is a filter. */
export function Equation({ sums, filter, onFilter }: SumsProps) {
  return (
    <View className="equation" {...TAB_LIST}>
      {TERMS.map(([key, label, operator]) => (
        <View className="equation-part" key={key}>
          {operator === '' ? null : <Text className="equation-operator t-2 c-ink-3">{operator}</Text>}
          <Pressable
            role="tab"
            isSelected={filter === key}
            className={`equation-term ${filter === key ? 'is-chosen' : ''}`}
            onPress={() => {
              onFilter(key);
            }}
          >
            <View className={`t-figure-2 ${key === 'notHandedIn' && sums[key] > 0 ? 'c-soon' : ''}`}>{sums[key]}</View>
            <View className="t-s c-ink-2">{label}</View>
          </Pressable>
        </View>
      ))}
    </View>
  );
}

const WITHIN: readonly (readonly [BoardFilter, string, StatusShape])[] = [
  ['onTime', '按时', 'done'],
  ['late', '迟报', 'late'],
  ['returned', '退回待改', 'returned'],
];

/** What the handed-in ones consist of; zero is grey. */
export function WithinHandedIn({ sums, filter, onFilter }: SumsProps) {
  return (
    <View className="within row row-wrap" {...TAB_LIST}>
      <View className="within-title t-s c-ink-2">{`已报${String(sums.handedIn)}家里`}</View>
      {WITHIN.map(([key, label, shape]) => (
        <Pressable
          key={key}
          role="tab"
          isSelected={filter === key}
          className={`within-part ${filter === key ? 'is-chosen' : ''}`}
          onPress={() => {
            onFilter(key);
          }}
        >
          {sums[key] === 0 ? (
            <Text className="t-s c-ink-3">{`${label}0`}</Text>
          ) : (
            <StatusWord shape={shape}>{`${label}${String(sums[key])}`}</StatusWord>
          )}
        </Pressable>
      ))}
    </View>
  );
}
