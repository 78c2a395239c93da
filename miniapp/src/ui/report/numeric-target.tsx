import { View } from '@tarojs/components';
import { TextField } from '../field/field';
import './report.scss';

/** One of the two figures of a ratio. */
export interface TargetFigure {
  readonly label: string;
  readonly initial: string;
  readonly fieldKey: string;
  readonly error: string | null;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
}

interface TargetFieldsProps {
  readonly numerator: TargetFigure;
  readonly denominator: TargetFigure;
  readonly unit: string;
}

function Figure({ figure, unit }: { readonly figure: TargetFigure; readonly unit: string }) {
  const { label, initial, fieldKey, error, onType, onLeave } = figure;
  return (
    <View className="target-figure">
      <TextField
        key={fieldKey}
        label={label}
        initial={initial}
        unit={unit}
        isNumber
        error={error}
        onType={onType}
        onLeave={onLeave}
      />
    </View>
  );
}

/** Numerator ÷ denominator, the unit inside each field. */
export function TargetFields({ numerator, denominator, unit }: TargetFieldsProps) {
  return (
    <View className="target-fields">
      <Figure figure={numerator} unit={unit} />
      <View className="target-divide c-ink-3" aria-hidden="true">
        ÷
      </View>
      <Figure figure={denominator} unit={unit} />
    </View>
  );
}

interface TargetResultProps {
  /** `22.77`, or null when the figures give no ratio. */
  readonly percent: string | null;
  readonly minimumPercent: string;
  /** What stands beside the ratio: how much is missing, or why there is none. */
  readonly words: string;
}

function width(percent: string): string {
  return `${String(Math.min(100, Math.max(0, Number(percent))))}%`;
}

/** The bar goes to twice the target, at most 100 %, so that a small target is not squeezed to the left. */
function scaleOf(minimumPercent: string, percent: string | null): number {
  const wanted = Math.max(Number(minimumPercent) * 1.2, Number(percent ?? '0') * 1.05);
  return Math.min(100, Math.max(wanted, 1));
}

/** The ratio, what is missing to the target, and a bar with the target's tick. Without a ratio it says why. */
export function TargetResult({ percent, minimumPercent, words }: TargetResultProps) {
  const scale = scaleOf(minimumPercent, percent);
  const at = (value: string) => width(String((Number(value) / scale) * 100));
  return (
    <View className="target-result" aria-live="polite">
      <View className="row row-wrap row-baseline">
        {percent === null ? null : <View className="target-percent">{`${percent}%`}</View>}
        <View className="t-s c-ink-2">{words}</View>
      </View>
      <View className="target-bar" {...(IS_BROWSER ? { role: 'presentation' } : {})}>
        <View className="target-filled" style={{ width: percent === null ? '0' : at(percent) }} />
        <View className="target-tick" style={{ left: at(minimumPercent) }} />
      </View>
      <View className="target-scale t-s c-ink-2">
        <View className="target-scale-mark" style={{ left: at(minimumPercent) }}>{`${minimumPercent}%`}</View>
      </View>
    </View>
  );
}
