import { formatDue } from '@jiannuo/shared/kernel';
import type { Correcting } from '@jiannuo/shared/supervision';
import { now } from '../../../platform/clock';
import { NoteBox } from '../../../ui/record/note-box';
import { RecordFact } from '../../../ui/record/record';

/** What a correction does to the units that have the notice which it corrects, each as label and sentence. */
function factsOf({
  withdrawn,
  anew,
  kept,
  asking,
}: Correcting): readonly (readonly [label: string, sentence: string])[] {
  return [
    ...(withdrawn.length === 0
      ? []
      : [['撤回', `${withdrawn.join('、')}这次没发，原来的单子撤回，不用再办。`] as const]),
    ...(anew.length === 0
      ? []
      : [
          [
            '重办',
            `${anew.join('、')}已经反馈，要按这一份重新签收、反馈，交过的会带过去，哪天交的照旧，按不按时看这一份的时限。`,
          ] as const,
        ]),
    ...(kept.length === 0 ? [] : [['时限', `${keptWords(kept)}，比这一份晚，照旧。`] as const]),
    ...(asking.length === 0 ? [] : [['延期', `${asking.join('、')}申请了延期，照旧等您答复。`] as const]),
  ];
}

/** 爱辉区、逊克县到6月8日 24:00: the units that keep one time are named together. */
function keptWords(kept: Correcting['kept']): string {
  const times = [...new Set(kept.map(({ dueAt }) => dueAt))].sort();
  const namesTill = (time: string) => kept.flatMap(({ unitName, dueAt }) => (dueAt === time ? [unitName] : []));
  return times.map((time) => `${namesTill(time).join('、')}已延到${formatDue(time, now())}`).join('；');
}

/** Said while a correction is written, beside its units. */
export function CorrectingNote(correcting: Correcting) {
  return <NoteBox title="更正签发后" lines={factsOf(correcting).map(([, sentence]) => sentence)} />;
}

/** Said to whoever checks and issues it, among the facts of the notice. */
export function CorrectingFacts({ correcting }: { readonly correcting: Correcting | null }) {
  if (correcting === null) return null;
  return (
    <>
      {factsOf(correcting).map(([label, sentence]) => (
        <RecordFact key={label} label={label}>
          {sentence}
        </RecordFact>
      ))}
    </>
  );
}
