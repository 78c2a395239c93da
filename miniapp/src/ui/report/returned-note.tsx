import { View } from '@tarojs/components';
import { factsInLine } from '../ideographic-space';
import './report.scss';

interface ReturnedNoteProps {
  readonly by: string;
  readonly when: string;
  readonly text: string;
}

/** What the lead unit wrote at a line that is to be corrected: who, when, what. */
export function ReturnedNote({ by, when, text }: ReturnedNoteProps) {
  return (
    <View className="returned-note">
      <View className="t-s is-bold c-soon">{factsInLine(by, when)}</View>
      <View className="t-body c-ink">{text}</View>
    </View>
  );
}

interface AnswerNoteProps {
  /** Where, unless it stands there. */
  readonly place?: string;
  readonly text: string;
}

/** What the unit answered to a remark for which it changed nothing. */
export function AnswerNote({ place = '', text }: AnswerNoteProps) {
  return (
    <View className="below-2">
      {place === '' ? null : <View className="t-s is-bold c-ink-2">{place}</View>}
      <View className="t-xs is-bold c-ink-2">单位答：没有改，原来就对</View>
      <View className="t-s">{text}</View>
    </View>
  );
}

interface FormerValueProps {
  readonly value: string;
  /** A long text stands under its field, a figure beside it. */
  readonly isBelow?: boolean;
}

/** The value of the last version, struck through, beside the field that replaces it. */
export function FormerValue({ value, isBelow = false }: FormerValueProps) {
  return (
    <View className={isBelow ? 'former is-below' : 'former'}>
      <View className="t-s c-ink-2">上一版</View>
      <View className="former-value t-body c-ink-2">{value === '' ? '没填' : value}</View>
    </View>
  );
}
