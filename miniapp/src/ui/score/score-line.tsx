import { pointsText, type Exact } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Heading } from '../heading/heading';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import './score.scss';

interface ScoreLineProps {
  readonly title: string;
  /** Two places. */
  readonly points: string;
  readonly outOf: Exact;
  /** Under the title: what the county gave itself, what was changed. */
  readonly note?: string | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A number with its line; it opens into why. */
export function ScoreLine({ title, points, outOf, note = null, isOpen, onToggle, children }: ScoreLineProps) {
  return (
    <View className="score-line">
      <Heading level={2}>
        <Pressable className="score-line-head" isExpanded={isOpen} onPress={onToggle}>
          <View className="grow">
            <View className={isOpen ? 't-strong' : 't-body'}>{title}</View>
            {note === null ? null : <View className="t-xs c-ink-2">{note}</View>}
          </View>
          <View className="t-2">{points}</View>
          <View className="score-line-most t-s c-ink-2">{outOf === '0' ? '' : `/${pointsText(outOf)}`}</View>
          <Icon name={isOpen ? 'up' : 'down'} className="gap-3 c-ink-2" />
        </Pressable>
      </Heading>
      {isOpen ? <View className="score-line-body">{children}</View> : null}
    </View>
  );
}

interface TotalProps {
  readonly label: string;
  readonly total: string;
  readonly outOf: string;
  /** Null where no factor applies, so that the total stands alone. */
  readonly asideLabel: string | null;
  readonly aside: string;
}

/** The total of a sheet, and beside it what the factor makes of it. */
export function ScoreTotal({ label, total, outOf, asideLabel, aside }: TotalProps) {
  return (
    <View className="score-total">
      <View className="grow">
        <View className="t-s c-ink-2">{label}</View>
        <View className="row row-baseline">
          <View className="t-figure">{total}</View>
          <View className="gap-2 t-2 score-light c-ink-2">{`/${pointsText(outOf)}`}</View>
        </View>
      </View>
      {asideLabel === null ? null : (
        <View className="score-total-aside">
          <View className="t-s c-ink-2">{asideLabel}</View>
          <View className="t-1">{aside}</View>
        </View>
      )}
    </View>
  );
}
