import type { AssessmentView } from '@jiannuo/shared/assessment';
import { formatMoment } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { Button } from '../../../ui/button/button';
import { cameWords, enteredWords } from '../sheet/came-words';
import { enteredObligation } from '../sheet/entered-time';

interface Source {
  readonly words: string;
  /** The way on: to what came by mail, or to the time at which it came. */
  readonly way: { readonly verb: string; readonly page: string; readonly parameters: Record<string, string> } | null;
}

const NOT_IN = '县里用邮件、纸质报来的，先代录自评分。';
/** The review was made without it: what came after all is put on record, and the reviewer's numbers stay. */
const NOT_IN_AT_REVIEW = '复核时没有自评。县里用邮件、纸质报来过的，可以补录，记在复核旁边。';

/** `县里5月22日 09:00邮件报来，没有录自评分。`: of what was noted without its scores. */
function notedWords({ channel, metAt }: AssessmentView): string | null {
  if (channel === null || channel === 'app' || metAt === null) return null;
  return `县里${formatMoment(metAt, now())}${cameWords(channel)}，没有录自评分。`;
}

/** What is said of the county's own numbers; null where it wrote them here itself, or nothing is in. */
function wordsOf(view: AssessmentView): string | null {
  const { sheet, earlierSheets } = view;
  if (sheet === null) return notedWords(view);
  const copied = enteredWords(sheet);
  if (copied !== null) return `自评照原件代录：${copied}`;
  const before = earlierSheets.at(-1);
  if (before === undefined) return null;
  return `自评县里核对过：${formatMoment(sheet.receivedAt, now())} ${sheet.byName}改过，代录的是${before.content.total}。`;
}

function sourceOf(view: AssessmentView): Source | null {
  const { actions, records, period } = view;
  const owed = records.obligations.find(({ kind }) => kind === 'self-assessment');
  if (actions.includes('enter-for') && owed !== undefined) {
    const parameters = { obligationId: owed.id, period };
    const way = { verb: '代录来件', page: 'enter-for', parameters };
    return { words: view.state === 'draft' ? NOT_IN : NOT_IN_AT_REVIEW, way };
  }
  const words = wordsOf(view);
  if (words === null) return null;
  const obligation = enteredObligation(view);
  if (obligation === null) return { words, way: null };
  return { words, way: { verb: '核对收到时间', page: 'enter-for/correct', parameters: { obligation } } };
}

/** Where the county's own numbers come from, where it did not write them here, and the way on from there. */
export function SheetSource({ view }: { readonly view: AssessmentView }) {
  const source = sourceOf(view);
  if (source === null) return null;
  const { words, way } = source;
  return (
    <View className="row row-wrap sheet-source">
      <View className="t-s c-ink-2 sheet-words">{words}</View>
      {way === null ? null : (
        <View className="sheet-way">
          <Button
            look="link"
            onPress={() => {
              openPage(way.page, way.parameters);
            }}
          >
            {way.verb}
          </Button>
        </View>
      )}
    </View>
  );
}
