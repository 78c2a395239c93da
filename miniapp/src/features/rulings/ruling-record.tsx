import { formatMoment } from '@jiannuo/shared/kernel';
import { RULING_LIMITS, type QuestionView, type RulingView } from '@jiannuo/shared/rulings';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { Button } from '../../ui/button/button';
import { factsInLine } from '../../ui/ideographic-space';
import { Dialog } from '../../ui/overlay/dialog';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { showToast } from '../../ui/overlay/toast';
import { StatusWord } from '../../ui/status/status-word';
import { checkRuling } from './api/check-ruling.api';
import { voidRuling } from './api/void-ruling.api';
import { reachWords, stateWords, valueWords } from './ruling-words';

/** A ruling with who drafted and checked it, and what may be done with it now. */
export function RulingRecord({ question, ruling }: { readonly question: QuestionView; readonly ruling: RulingView }) {
  const [asking, setAsking] = useState<'check' | 'void' | null>(null);
  const { shape, text } = stateWords(ruling, question);
  const name = valueWords({ ...question, value: ruling.value });
  const close = () => {
    setAsking(null);
  };
  return (
    <View className="ruling-record">
      <View className="row row-wrap between">
        <View className="t-s c-ink-2">{`第${String(ruling.number)}号`}</View>
        <StatusWord shape={shape} isBold>
          {text}
        </StatusWord>
      </View>
      <View className="t-strong">{name}</View>
      <View className="t-body">{ruling.text}</View>
      <View className="t-s c-ink-2">{reachWords(ruling, question)}</View>
      <View className="t-s c-ink-2">{`依据：${ruling.basis}`}</View>
      <View className="ruling-people t-xs c-ink-2">{peopleWords(ruling)}</View>
      {ruling.voided === null ? null : <View className="t-s c-ink-2">{`作废理由：${ruling.voided.reason}`}</View>}
      <View className="row row-wrap ruling-verbs">
        {ruling.actions.includes('check') ? (
          <Button
            onPress={() => {
              setAsking('check');
            }}
          >
            核对无误
          </Button>
        ) : null}
        {ruling.actions.includes('void') ? (
          <Button
            look="plain"
            onPress={() => {
              setAsking('void');
            }}
          >
            作废
          </Button>
        ) : null}
      </View>
      {ruling.state === 'draft' && !ruling.actions.includes('check') ? (
        <View className="t-s c-ink-2">要请另一位经办人核对。</View>
      ) : null}
      {asking === 'check' ? <CheckDialog question={question} ruling={ruling} onClose={close} /> : null}
      {asking === 'void' ? <VoidSheet ruling={ruling} onClose={close} /> : null}
    </View>
  );
}

function peopleWords({ byUnit, draftedBy, draftedAt, checkedBy, checkedAt }: RulingView): string {
  const drafted = `${draftedBy}起草 ${formatMoment(draftedAt, now())}`;
  if (checkedBy === null || checkedAt === null) return factsInLine(byUnit, drafted);
  return factsInLine(byUnit, drafted, `${checkedBy}核对 ${formatMoment(checkedAt, now())}`);
}

/** What putting it in force does. */
function effectWords(ruling: RulingView, question: QuestionView): string {
  if (ruling.isTooLate) return '年度成绩已经定稿，这一条不起作用。';
  return question.concerns === 'year' ? '年度成绩照它算。' : `${reachWords(ruling, question)}照它算。`;
}

interface AskProps {
  readonly ruling: RulingView;
  readonly onClose: () => void;
}

function CheckDialog({ question, ruling, onClose }: AskProps & { readonly question: QuestionView }) {
  const write = useWrite(QUERY_KEYS.rulings);
  const check = async () => {
    const outcome = await write.run(ruling.id, (key) => checkRuling(ruling.id, key));
    if (outcome === null) return;
    showToast('已生效');
    onClose();
  };
  return (
    <Dialog
      title="核对无误，让它生效？"
      verb={write.isSending ? '正在办' : '生效'}
      onConfirm={() => void check()}
      onClose={onClose}
    >
      {write.error?.sentence ?? `${effectWords(ruling, question)}生效后文字不能改，要改得再发一条。`}
    </Dialog>
  );
}

function VoidSheet({ ruling, onClose }: AskProps) {
  const write = useWrite(QUERY_KEYS.rulings);
  const send = async (reason: string) => {
    if ((await write.run([ruling.id, reason], (key) => voidRuling(ruling.id, reason, key))) !== null) onClose();
  };
  return (
    <ReasonSheet
      title="作废这条草稿"
      verb="作废"
      hint="草稿留在登记里，不抹去。"
      label="理由，留在登记里"
      limit={RULING_LIMITS.reason}
      missing="请写明理由。"
      write={write}
      onSend={send}
      onClose={onClose}
    />
  );
}
