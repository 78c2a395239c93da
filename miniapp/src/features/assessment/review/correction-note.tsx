import { correctionWords, namesIn, type AssessmentView } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import { NoteBox } from '../../../ui/record/note-box';

/** What came onto record since a score was told to all, line by line, so that one finds what to correct. */
export function CorrectionNote({ view }: { readonly view: AssessmentView }) {
  const scored = view.scores.at(-1)?.month;
  if (scored === undefined) return null;
  const names = namesIn(view);
  const lines = view.correctionFacts.map((fact) => correctionWords(fact, scored, names));
  return (
    <View className="correction-note">
      <NoteBox title="通报后有新情况，得分没有照着算" lines={lines} />
    </View>
  );
}
