import { atBeijing, formatDay } from '@jiannuo/shared/kernel';
import {
  findingNotices,
  type FindingAction,
  type FindingNotice,
  type FindingStepAction,
  type FindingView,
} from '@jiannuo/shared/inspections';
import type { Channel } from '@jiannuo/shared/obligations';
import { ruleOf } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Choice, DateField } from '../../ui/field/choice';
import { FieldError, TextField } from '../../ui/field/field';
import { TimeField } from '../../ui/field/time-field';
import { Sheet, type SheetVerb } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { draftNotice } from './api/draft-notice.api';
import { stepFinding } from './api/step-finding.api';
import { findingDue, findingWords } from './inspection-words';

/** What a step asks of whoever takes it, and what its buttons say. */
interface Step {
  readonly action: FindingAction;
  readonly verb: string;
  readonly done: string;
  readonly text?: string;
  readonly hint?: string;
  readonly isEntered?: true;
}

/** Every step in the order in which it is offered; the first that is possible is the button. */
const STEPS: readonly Step[] = [
  { action: 'answer', verb: '写整改情况', done: '' },
  { action: 'accept', verb: '认可', done: '已认可', text: '说明，可以不写', hint: '认可了，这个问题就整改完成。' },
  { action: 'edit', verb: '改这个问题', done: '' },
  { action: 'return', verb: '退回再改', done: '已退回', text: '退回理由', hint: '单位会看到理由，2个工作日内再交。' },
  { action: 'take-back', verb: '撤回整改情况', done: '已撤回', hint: '时限前可以撤回，改好再交。' },
  {
    action: 'enter-answer',
    verb: '代录整改情况',
    done: '已代录',
    text: '整改情况',
    hint: '用邮件、纸质交来的，按真实时间登记。',
    isEntered: true,
  },
  { action: 'drop', verb: '去掉这个问题', done: '已去掉', text: '理由，可以不写', hint: '去掉的不反馈，留有记录。' },
];
const OUTSIDE: readonly { readonly value: Channel; readonly label: string }[] = [
  { value: 'email', label: '邮件' },
  { value: 'paper', label: '纸质' },
  { value: 'fax', label: '传真' },
  { value: 'phone', label: '电话' },
];

/** Whether anything may be done to a finding now. */
export function hasSteps({ actions }: FindingView): boolean {
  return actions.length > 0;
}

type Asking = Step | 'more' | null;

/** What may be done to a finding now: the likeliest as button, the rest under 更多. */
export function FindingBar({ finding }: { readonly finding: FindingView }) {
  const write = useWrite(QUERY_KEYS.inspections, QUERY_KEYS.supervision);
  const [asking, setAsking] = useState<Asking>(null);
  const [first, ...rest] = STEPS.filter(({ action }) => finding.actions.includes(action));
  const close = () => {
    setAsking(null);
  };
  const begin = (step: Step) => {
    if (step.action === 'answer') openPage('inspections/answer', { id: finding.id });
    else if (step.action === 'edit') openPage('inspections/note', { id: finding.id });
    else setAsking(step);
  };
  const draft = async (kind: FindingNotice) => {
    const standing = await write.run([finding.id, kind], (key) => draftNotice(finding.id, kind, key));
    if (standing !== null) openPage('supervision/write', { id: standing.id });
  };
  const more: readonly SheetVerb[] = [
    ...rest.map((step) => ({
      label: step.verb,
      keepsOpen: true,
      onPress: () => {
        begin(step);
      },
    })),
    ...(finding.actions.includes('draft-notice') ? findingNotices(finding, now()) : []).map((kind) => ({
      label: `转成${ruleOf(kind).title}`,
      note: '只起草，不会自己发',
      onPress: () => void draft(kind),
    })),
  ];
  return (
    <StickyBar
      title={findingDue(finding, now())?.chip.text ?? findingWords(finding.state).text}
      {...(write.error === null ? {} : { note: write.error.sentence })}
    >
      {more.length === 0 ? null : (
        <Button
          look="plain"
          onPress={() => {
            setAsking('more');
          }}
        >
          更多
        </Button>
      )}
      {first === undefined ? null : (
        <Button
          onPress={() => {
            begin(first);
          }}
        >
          {first.verb}
        </Button>
      )}
      {asking === 'more' ? <Sheet title="还能办" onClose={close} verbs={more} /> : null}
      {asking !== null && asking !== 'more' ? <StepSheet finding={finding} step={asking} onClose={close} /> : null}
    </StickyBar>
  );
}

interface StepSheetProps {
  readonly finding: FindingView;
  readonly step: Step;
  readonly onClose: () => void;
}

/** Asks what a step needs, and takes it. What was typed stays when it is refused. */
function StepSheet({ finding, step, onClose }: StepSheetProps) {
  const write = useWrite(QUERY_KEYS.inspections, QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const [text, setText] = useState('');
  const [day, setDay] = useState(beijingToday());
  const [time, setTime] = useState('09:00');
  const [channel, setChannel] = useState<Channel>('paper');
  const send = async () => {
    const entered = step.isEntered === true ? { receivedAt: atBeijing(day, time), channel } : {};
    const body = { action: step.action as FindingStepAction, text, ...entered };
    if ((await write.run(body, (key) => stepFinding(finding.id, body, key))) === null) return;
    showToast(step.done);
    onClose();
  };
  return (
    <Sheet title={step.verb} onClose={onClose}>
      {step.hint === undefined ? null : <View className="t-s c-ink-2 below-1">{step.hint}</View>}
      {step.isEntered === true ? (
        <>
          <View className="record-pair">
            <DateField
              label="哪天收到的"
              value={day}
              latest={beijingToday()}
              words={formatDay(day)}
              onChoose={(chosen) => {
                if (chosen !== '') setDay(chosen);
              }}
            />
            <TimeField label="几点" value={time} onChoose={setTime} />
          </View>
          <Choice label="怎么收到的" options={OUTSIDE} value={channel} onChoose={setChannel} />
        </>
      ) : null}
      {step.text === undefined ? null : <TextField label={step.text} initial="" lines="many" onType={setText} />}
      {write.error === null ? null : <FieldError>{write.error.sentence}</FieldError>}
      <View className="below-3">
        <Button isBlock onPress={() => void send()}>
          {write.isSending ? '正在办，请别关' : step.verb}
        </Button>
      </View>
    </Sheet>
  );
}
