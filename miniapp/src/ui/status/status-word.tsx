import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '../icon/icon';
import './status-word.scss';

/**
 * State shapes: `done` disc with check, `soon` clock, `late` triangle, `not-yet` ring, `doing` half disc,
 * `returned` arrow, `waived` dash, `gap` dashed ring (the word names what is missing).
 */
export type StatusShape = 'done' | 'soon' | 'late' | 'not-yet' | 'doing' | 'returned' | 'waived' | 'gap' | 'info';

const LOOKS: Record<StatusShape, { readonly icon: IconName; readonly colour: string }> = {
  done: { icon: 'done', colour: 'c-done' },
  soon: { icon: 'clock', colour: 'c-soon' },
  late: { icon: 'late', colour: 'c-late' },
  'not-yet': { icon: 'ring', colour: 'c-ink-2' },
  doing: { icon: 'doing', colour: 'c-brand' },
  returned: { icon: 'returned', colour: 'c-soon' },
  waived: { icon: 'dash', colour: 'c-ink-3' },
  gap: { icon: 'gap', colour: 'c-soon' },
  info: { icon: 'info', colour: 'c-soon' },
};

interface StatusWordProps {
  readonly shape: StatusShape;
  readonly children: string;
  readonly isBold?: boolean;
  /** A count of zero says nothing urgent and is grey. */
  readonly isGrey?: boolean;
}

/** A state as shape and word, so that it is told without colour too. */
export function StatusWord({ shape, children, isBold = false, isGrey = false }: StatusWordProps) {
  const { icon, colour } = LOOKS[shape];
  return (
    <View className={`status ${isGrey ? 'c-ink-3' : colour}`}>
      <Icon name={icon} size="small" className="status-icon" />
      <Text className={isBold ? 't-s is-bold' : 't-s'}>{children}</Text>
    </View>
  );
}

/** When something is due, as words and tone: a clock from three days, a triangle when late. */
export interface DueWords {
  readonly shape: StatusShape;
  readonly text: string;
}

/** A due time as icon and words; `isFilled` gives it a ground of its own, as in a top bar. */
export function DueChip({ due, isFilled = false }: { readonly due: DueWords; readonly isFilled?: boolean }) {
  return (
    <View className={isFilled ? `due-chip due-chip-${due.shape}` : 'due-plain'}>
      <StatusWord shape={due.shape} isBold>
        {due.text}
      </StatusWord>
    </View>
  );
}

/** The mark that this is a demo with sample data; wide pages carry it beside the name. */
export function DemoMark() {
  return <View className="demo-mark t-xs is-bold c-soon">演示，都是样例数据</View>;
}
