import { atBeijing, formatDay } from '@jiannuo/shared/kernel';
import { type FindingNotice, type FindingStepAction, type FindingView } from '@jiannuo/shared/inspections';
import { CHANNEL_NAMES, CHANNELS, type Channel } from '@jiannuo/shared/obligations';
import { ruleOf } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { StepVerbs } from '../../ui/bar/step-verbs';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Choice, DateField } from '../../ui/field/choice';
import { FieldError, TextField } from '../../ui/field/field';
import { TimeField } from '../../ui/field/time-field';
import { Sheet, type SheetVerb } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { draftNotice } from './api/draft-notice.api';
import { stepFinding } from './api/step-finding.api';
import { offersOf, type Offer, type Step } from './finding-steps';
import { findingDue, findingWords } from './inspection-words';

const OUTSIDE = CHANNELS.filter((channel) => channel !== 'app').map((value) => ({
  value,
  label: CHANNEL_NAMES[value],
}));

/** Whether anything may be done to a finding now. */
export function hasSteps({ actions }: FindingView): boolean {
  return actions.length > 0;
}

type Asking = Step | readonly Step[] | null;

/** What may be done to a finding now: the likeliest as button, the rest under 更多. */
export function FindingBar({ finding }: { readonly finding: FindingView }) {
  const write = useWrite(QUERY_KEYS.inspections, QUERY_KEYS.supervision);
  const [asking, setAsking] = useState<Asking>(null);
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
  const verbOf = (offer: Offer): SheetVerb => {
    switch (offer.kind) {
      case 'step':
        return verb(offer.step.verb, () => {
          begin(offer.step);
        });
      case 'judge':
        return verb('认定', () => {
          setAsking(offer.outcomes);
        });
      case 'notice':
        return {
          label: `转成${ruleOf(offer.notice).title}`,
          note: '只起草，不会自己发',
          onPress: () => void draft(offer.notice),
        };
    }
  };
  const offers = offersOf(finding);
  return (
    <StickyBar
      title={findingDue(finding, now())?.chip.text ?? findingWords(finding).text}
      {...(write.error === null ? {} : { note: write.error.sentence })}
    >
      <StepVerbs first={offers.first === null ? null : verbOf(offers.first)} rest={offers.more.map(verbOf)} />
      <Asked asking={asking} finding={finding} onBegin={begin} onClose={close} />
    </StickyBar>
  );
}

/** A verb of a sheet that opens something else in its place. */
function verb(label: string, onPress: () => void): SheetVerb {
  return { label, keepsOpen: true, onPress };
}

interface AskedProps {
  readonly asking: Asking;
  readonly finding: FindingView;
  readonly onBegin: (step: Step) => void;
  readonly onClose: () => void;
}

/** The sheet over the bar: how to judge, or what a step asks. */
function Asked({ asking, finding, onBegin, onClose }: AskedProps) {
  if (asking === null) return null;
  if ('action' in asking) return <StepSheet finding={finding} step={asking} onClose={onClose} />;
  const outcomes = asking.map((step) => ({
    ...verb(step.verb, () => {
      onBegin(step);
    }),
    note: step.note ?? '',
  }));
  return <Sheet title="听了说明，您怎么认定" onClose={onClose} verbs={outcomes} />;
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
    const body = { action: step.action as FindingStepAction, seen: finding.state, text, ...entered };
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
