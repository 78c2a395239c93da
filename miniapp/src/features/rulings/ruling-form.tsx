import { formatPeriod, halfWidth, isBlank, type Period } from '@jiannuo/shared/kernel';
import type { QuestionView, RegisterView } from '@jiannuo/shared/rulings';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useWrite, type Write } from '../../platform/query/use-write';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { Button } from '../../ui/button/button';
import { RadioMark } from '../../ui/field/choice';
import { ChoiceField } from '../../ui/field/choice-field';
import { FieldError, TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { Pressable } from '../../ui/pressable/pressable';
import { proposeRuling } from './api/propose-ruling.api';

interface FormProps {
  readonly register: RegisterView;
  readonly question: QuestionView;
  /** The value that is chosen, which the sandbox marks. */
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
  readonly onDone: () => void;
}

/** 定口径: which reading, in which words, on what basis, from which month. */
export function RulingForm({ register, question, chosen, onChoose, onDone }: FormProps) {
  const write = useWrite(QUERY_KEYS.rulings);
  const reading = question.readings.find(({ value }) => value === chosen);
  const [text, setText] = useState<string | null>(null);
  const [basis, setBasis] = useState('附则，牵头单位负责解释');
  const [fromPeriod, setFromPeriod] = useState<Period>(register.months[0] ?? '');
  const words = text ?? reading?.sentence ?? '';
  const send = async () => {
    const { name, standingId: supersedes } = question;
    const body = { year: register.year, name, value: chosen, text: words, basis, fromPeriod, supersedes };
    if ((await write.run(body, (key) => proposeRuling(body, key))) === null) return;
    showToast('送去核对了');
    onDone();
  };
  return (
    <View className="ruling-form">
      <Readings question={question} chosen={chosen} onChoose={onChoose} />
      <TextField
        key={text === null ? chosen : 'own words'}
        label="解释（会写进每个分数的“口径”）"
        initial={words}
        lines="many"
        onType={setText}
        error={write.error !== null && isBlank(words) ? '还没写解释。' : null}
      />
      {question.concerns === 'year' ? null : (
        <MonthField months={register.months} value={fromPeriod} onChoose={setFromPeriod} />
      )}
      <TextField label="依据" initial={basis} onType={setBasis} />
      <FormFoot question={question} write={write} onSend={() => void send()} />
    </View>
  );
}

interface FootProps extends Pick<FormProps, 'question'> {
  readonly write: Write;
  readonly onSend: () => void;
}

/** What comes of sending it, and the verb. */
function FormFoot({ question, write, onSend }: FootProps) {
  const kept = question.concerns === 'year' ? '' : '已通报的月份保留原分。';
  return (
    <>
      {write.error === null ? null : <FieldError>{write.error.sentence}</FieldError>}
      <View className="below-3 t-s c-ink-2">{`另一人核对后生效。${kept}要改得再发一条新口径。`}</View>
      <View className="below-3">
        <Button isBlock onPress={onSend}>
          {write.isSending ? '正在送，请别关' : '送核对'}
        </Button>
      </View>
    </>
  );
}

function Readings({ question, chosen, onChoose }: Pick<FormProps, 'question' | 'chosen' | 'onChoose'>) {
  return (
    <View {...(IS_BROWSER ? { role: 'radiogroup', 'aria-label': question.title } : {})}>
      {question.readings.map(({ value, name, sentence }) => (
        <Pressable
          key={value}
          role="radio"
          isSelected={value === chosen}
          className="ruling-reading"
          onPress={() => {
            onChoose(value);
          }}
        >
          <RadioMark isChosen={value === chosen} />
          <View className="grow gap-3">
            <View className={value === chosen ? 't-body is-bold' : 't-body'}>
              {value === question.value ? `${name}　现在用的` : name}
            </View>
            <View className="t-xs c-ink-2">{sentence}</View>
          </View>
        </Pressable>
      ))}
      {question.isNumber ? (
        <TextField
          label="或者写一个数"
          initial=""
          placeholder="例如0.75"
          onType={(typed) => {
            onChoose(halfWidth(typed));
          }}
        />
      ) : null}
    </View>
  );
}

interface MonthProps {
  readonly months: readonly Period[];
  readonly value: Period;
  readonly onChoose: (period: Period) => void;
}

function MonthField({ months, value, onChoose }: MonthProps) {
  return (
    <ChoiceField
      label="从哪个月起"
      words={formatPeriod(value, true)}
      verbs={months.map((month) => ({
        label: formatPeriod(month, true),
        onPress: () => {
          onChoose(month);
        },
      }))}
    />
  );
}
