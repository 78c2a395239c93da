import type { Correcting } from '@jiannuo/shared/supervision';
import { NoteBox } from '../../../ui/record/note-box';
import { RecordFact } from '../../../ui/record/record';

/** What a correction does to the units that have the notice which it corrects, each as label and sentence. */
function factsOf({ withdrawn, anew }: Correcting): readonly (readonly [label: string, sentence: string])[] {
  return [
    ...(withdrawn.length === 0
      ? []
      : [['撤回', `${withdrawn.join('、')}这次没发，原来的单子撤回，不用再办。`] as const]),
    ...(anew.length === 0
      ? []
      : [['重办', `${anew.join('、')}已经反馈，要按这一份重新签收、反馈，交过的会带过去。`] as const]),
  ];
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
