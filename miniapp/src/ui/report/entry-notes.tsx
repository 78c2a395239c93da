import { formatMoment, type Instant } from '@jiannuo/shared/kernel';
import type { EntryNote } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import './report.scss';

function titleOf({ kind, from, to }: EntryNote, now: Instant): string {
  if (kind === 'objection' || from === null || to === null) return '单位说不同';
  if (from === to) return '核对过，收到时间不改';
  return `收到时间由${formatMoment(from, now)}改为${formatMoment(to, now)}`;
}

/** What the unit and the lead unit said about a hand-in that was entered for the unit, in order. */
export function EntryNotes({ notes, now }: { readonly notes: readonly EntryNote[]; readonly now: Instant }) {
  return (
    <>
      {notes.map((note) => (
        <View className="entry-note" key={note.at}>
          <View className="row row-wrap between row-baseline">
            <View className="t-s is-bold">{titleOf(note, now)}</View>
            <View className="t-xs c-ink-2">{formatMoment(note.at, now)}</View>
          </View>
          <View className="entry-note-text t-body">{note.text}</View>
          <View className="t-xs c-ink-2">{note.by}</View>
        </View>
      ))}
    </>
  );
}
