import { lineTitle, type AssessmentView, type ObjectionView } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { TextField } from '../../../ui/field/field';
import { Sheet } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { answerObjection } from '../api/answer-objection.api';

/** `完成情况：会议材料5月19日已经交过。` */
function wordsOf({ line, text }: ObjectionView): string {
  return `${lineTitle(line)}：${text}`;
}

/** What the answer leads to, said to who gave it. */
function doneWords(view: AssessmentView, number: number, isUpheld: boolean): string {
  const others = view.objections.filter((each) => each.number !== number);
  const left = others.filter(({ answer }) => answer === null).length;
  if (left > 0) return `答复了，还有${String(left)}条`;
  const isAnyUpheld =
    isUpheld || others.some(({ reviewNumber, answer }) => reviewNumber === view.review?.number && answer === 'upheld');
  return isAnyUpheld ? '有采纳的，请重新复核' : '答复了，分不变';
}

/** The lead unit answers what a county objects to, one after the other. */
export function Answering({ view }: { readonly view: AssessmentView }) {
  const [isOpen, setIsOpen] = useState(false);
  const open = view.objections.filter(({ answer }) => answer === null);
  const [objection] = open;
  if (objection === undefined) return null;
  return (
    <>
      <StickyBar title={`县里有${String(open.length)}条异议`} note={wordsOf(objection)}>
        <Button
          onPress={() => {
            setIsOpen(true);
          }}
        >
          答复
        </Button>
      </StickyBar>
      {isOpen ? (
        <AnswerSheet
          view={view}
          objection={objection}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      ) : null}
    </>
  );
}

interface AnswerSheetProps {
  readonly view: AssessmentView;
  readonly objection: ObjectionView;
  readonly onClose: () => void;
}

function AnswerSheet({ view, objection, onClose }: AnswerSheetProps) {
  const write = useWrite(QUERY_KEYS.assessments, QUERY_KEYS.inbox);
  const [reason, setReason] = useState('');
  const { number } = objection;
  const answer = async (isUpheld: boolean) => {
    const body = { number, isUpheld, reason };
    if ((await write.run(body, (key) => answerObjection(view.id, body, key))) === null) return;
    onClose();
    showToast(doneWords(view, number, isUpheld));
  };
  return (
    <Sheet title="答复异议" onClose={onClose}>
      <View className="t-s c-ink-2">{wordsOf(objection)}</View>
      {objection.line === 'deduction' ? (
        <View className="t-s c-ink-2">采纳的，请在抽查结果里撤销那一条，分才会变。</View>
      ) : null}
      <TextField
        label="答复"
        lines="many"
        initial=""
        placeholder="县里看得到"
        error={write.error === null ? null : `${write.error.sentence}写的都在。`}
        onType={setReason}
      />
      <View className="row below-4">
        <View className="grow">
          <Button look="plain" isBlock onPress={() => void answer(false)}>
            不采纳
          </Button>
        </View>
        <View className="grow gap-3">
          <Button isBlock onPress={() => void answer(true)}>
            采纳，重新复核
          </Button>
        </View>
      </View>
    </Sheet>
  );
}
