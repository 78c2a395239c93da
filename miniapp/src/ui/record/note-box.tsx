import { View } from '@tarojs/components';
import { Icon } from '../icon/icon';
import './record.scss';

interface NoteProps {
  readonly title: string;
  readonly lines: readonly string[];
  /** Said under the lines. */
  readonly note?: string | null;
}

/** What is worth knowing beforehand, beside what is being written; nothing where there is nothing. */
export function NoteBox({ title, lines, note = null }: NoteProps) {
  if (lines.length === 0 && note === null) return null;
  return (
    <View className="note-box" aria-live="polite">
      <View className="t-s is-bold">{title}</View>
      {lines.map((line) => (
        <View key={line} className="note-line row row-top t-s">
          <Icon name="info" size="small" className="note-mark c-ink-2" />
          <View className="gap-2">{line}</View>
        </View>
      ))}
      {note === null ? null : <View className="t-s c-ink-2">{note}</View>}
    </View>
  );
}
