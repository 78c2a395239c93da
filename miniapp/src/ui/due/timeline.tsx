import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon/icon';
import './timeline.scss';

/** One step of what happened: done, being done, yet to come, only for knowing, or not done in time. */
export interface TimelineStep {
  readonly id: string;
  readonly state: 'done' | 'doing' | 'next' | 'info' | 'late';
  readonly title: string;
  readonly when: string;
  readonly below?: ReactNode;
}

const SHAPES: Record<TimelineStep['state'], { readonly icon: IconName; readonly colour: string }> = {
  done: { icon: 'done', colour: 'c-done' },
  doing: { icon: 'doing', colour: 'c-brand' },
  next: { icon: 'ring', colour: 'c-ink-3' },
  info: { icon: 'info', colour: 'c-ink-2' },
  late: { icon: 'late', colour: 'c-late' },
};

/** Steps in their order, the time at the right, who and what in the second line. */
export function Timeline({ steps }: { readonly steps: readonly TimelineStep[] }) {
  return (
    <View className="timeline">
      {steps.map(({ id, state, title, when, below }) => (
        <View className="timeline-step" key={id}>
          <View className="timeline-rail">
            <Icon name={SHAPES[state].icon} className={SHAPES[state].colour} />
            <View className="timeline-line" />
          </View>
          <View className="grow timeline-text">
            <View className="row row-wrap between row-baseline">
              <View className={state === 'next' ? 't-body c-ink-2' : 't-strong'}>{title}</View>
              <View className="t-s c-ink-2">{when}</View>
            </View>
            {below === undefined ? null : <View className="t-s c-ink-2">{below}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
