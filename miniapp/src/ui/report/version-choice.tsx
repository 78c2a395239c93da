import { Text, View } from '@tarojs/components';
import type { TextSegment } from './text-segments';
import { RadioMark } from '../field/choice';
import { Icon } from '../icon/icon';
import { factsInLine } from '../ideographic-space';
import { Pressable } from '../pressable/pressable';
import { StatusWord } from '../status/status-word';
import './report.scss';

/** A text whose differing words stand out: bold and underlined, never by colour alone. */
export function MarkedText({ segments }: { readonly segments: readonly TextSegment[] }) {
  return (
    <View className="marked-text t-body">
      {segments.map((segment, index) => (
        <Text key={index} className={segment.isChanged ? 'marked' : ''}>
          {segment.text}
        </Text>
      ))}
    </View>
  );
}

/** One of the two texts to choose from. */
export interface VersionSide {
  readonly device: string;
  readonly when: string;
  readonly segments: readonly TextSegment[];
}

interface VersionChoiceProps {
  readonly number: number;
  readonly place: string;
  readonly sides: readonly [mine: VersionSide, theirs: VersionSide];
  /** 0 or 1, `merged` when written anew, null while not chosen. */
  readonly chosen: 0 | 1 | 'merged' | null;
  readonly onChoose: (side: 0 | 1) => void;
  readonly onMerge: (() => void) | null;
}

function Side({
  side,
  isChosen,
  onPress,
}: {
  readonly side: VersionSide;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}) {
  return (
    <Pressable
      role="radio"
      isSelected={isChosen}
      className={`version-side ${isChosen ? 'is-chosen' : ''}`}
      onPress={onPress}
    >
      <RadioMark isChosen={isChosen} />
      <View className="version-text grow">
        <View className={`t-s ${isChosen ? 'c-brand' : 'c-ink-2'}`}>{factsInLine(side.device, side.when)}</View>
        <MarkedText segments={side.segments} />
      </View>
    </Pressable>
  );
}

/** One difference between two devices: both texts whole, and the way to make one of them. */
export function VersionChoice({ number, place, sides, chosen, onChoose, onMerge }: VersionChoiceProps) {
  return (
    <View className="version">
      <View className="version-head row between">
        <View className="t-s is-bold c-ink-2">{`第${String(number)}处`}</View>
        {chosen === null ? (
          <StatusWord shape="gap" isBold>
            还没选
          </StatusWord>
        ) : (
          <StatusWord shape="done">{chosen === 'merged' ? '合好了' : '选好了'}</StatusWord>
        )}
      </View>
      <View className="version-place t-s c-ink-2">{place}</View>
      <View className="version-card">
        {sides.map((side, index) => (
          <Side
            key={index}
            side={side}
            isChosen={chosen === index}
            onPress={() => {
              onChoose(index === 0 ? 0 : 1);
            }}
          />
        ))}
        {onMerge === null ? null : (
          <Pressable className="version-merge c-brand" onPress={onMerge}>
            <Icon name="pencil" />
            <View className="grow version-text t-body">合成一份，我来改</View>
            <Icon name="right" className="c-ink-3" />
          </Pressable>
        )}
      </View>
    </View>
  );
}
