import { addDays, atBeijing, beijingDate, beijingTime, formatDay } from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES, CHANNELS, type Channel } from '@jiannuo/shared/obligations';
import type { TicketAction, TicketView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../../platform/clock';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { Button } from '../../../ui/button/button';
import { Choice, DateField } from '../../../ui/field/choice';
import { FieldError, TextField } from '../../../ui/field/field';
import { TimeField } from '../../../ui/field/time-field';
import { Sheet } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { stepTicket, type StepBody } from '../api/step-ticket.api';
import { AskedNote } from './ticket-notes';
import type { StepForm } from './ticket-steps';

const OUTSIDE = CHANNELS.filter((channel) => channel !== 'app').map((value) => ({
  value,
  label: CHANNEL_NAMES[value],
}));

interface StepSheetProps {
  readonly ticket: TicketView;
  readonly action: TicketAction;
  readonly form: StepForm;
  readonly onClose: () => void;
}

/** Asks what a step needs, and takes it. What was typed stays when it is refused. */
export function StepSheet({ ticket, action, form, onClose }: StepSheetProps) {
  const write = useWrite(QUERY_KEYS.supervision, QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const [text, setText] = useState('');
  const [handler, setHandler] = useState('');
  const first = firstMoment(form, ticket);
  const [day, setDay] = useState(first.day);
  const [time, setTime] = useState(first.time);
  const [channel, setChannel] = useState<Channel>('paper');
  const [lateReason, setLateReason] = useState('');
  const send = async () => {
    const body = { action, text, ...answersOf(form, { at: atBeijing(day, time), handler, channel, lateReason }) };
    if ((await write.run(body, (key) => stepTicket(ticket.id, body, key))) === null) return;
    showToast(form.done);
    onClose();
  };
  return (
    <Sheet title={form.verb} onClose={onClose}>
      {form.hint === undefined ? null : <View className="t-s c-ink-2 below-1">{form.hint}</View>}
      {form.asks === 'given' ? <AskedNote ticket={ticket} /> : null}
      {form.asks === 'handler' ? (
        <TextField label="转给谁办" initial="" placeholder="科室和姓名，例如信用工作股王股长" onType={setHandler} />
      ) : null}
      {form.asks !== undefined && form.asks !== 'handler' ? (
        <WhenFields
          asks={form.asks}
          earliest={earliestDay(ticket)}
          day={day}
          time={time}
          onDay={setDay}
          onTime={setTime}
        />
      ) : null}
      {form.asks === 'received' ? (
        <Choice label="怎么收到的" options={OUTSIDE} value={channel} onChoose={setChannel} />
      ) : null}
      {form.text === undefined ? null : <TextField label={form.text} initial="" lines="many" onType={setText} />}
      <LateReason form={form} ticket={ticket} onType={setLateReason} />
      {write.error === null ? null : <FieldError>{write.error.sentence}</FieldError>}
      <View className="below-3">
        <Button isBlock onPress={() => void send()}>
          {write.isSending ? '正在办，请别关' : form.verb}
        </Button>
      </View>
    </Sheet>
  );
}

interface LateProps {
  readonly form: StepForm;
  readonly ticket: TicketView;
  readonly onType: (reason: string) => void;
}

/** Where more time is asked for after the due time, that has to be accounted for. */
function LateReason({ form, ticket: { answerDueAt }, onType }: LateProps) {
  if (form.asks !== 'due' || answerDueAt === null || now() < answerDueAt) return null;
  return <TextField label="没按时办的原因" initial="" lines="many" onType={onType} />;
}

/** An extension is thought of from the due time on and given as it was asked, a receipt is of today or before. */
function firstMoment(
  { asks }: StepForm,
  { answerDueAt, askedDueAt }: TicketView,
): { readonly day: string; readonly time: string } {
  if (asks === 'given' && askedDueAt !== null) return { day: beijingDate(askedDueAt), time: beijingTime(askedDueAt) };
  if (asks !== 'due' || answerDueAt === null) return { day: beijingToday(), time: '09:00' };
  const from = now() >= answerDueAt ? beijingToday() : beijingDate(answerDueAt);
  return { day: addDays(from, 3), time: '18:00' };
}

/** More time is given from today on; to what came in already, from the day on which that was due. */
function earliestDay({ metAt, answerDueAt }: TicketView): string {
  return metAt === null || answerDueAt === null ? beijingToday() : beijingDate(answerDueAt);
}

function answersOf(
  { asks }: StepForm,
  {
    at,
    handler,
    channel,
    lateReason,
  }: { readonly at: string; readonly handler: string; readonly channel: Channel; readonly lateReason: string },
): Partial<StepBody> {
  if (asks === 'due') return { dueAt: at, lateReason };
  if (asks === 'given') return { dueAt: at };
  if (asks === 'handler') return { handler };
  return asks === 'received' ? { receivedAt: at, channel } : {};
}

const DAY_LABELS = { due: '想延到哪天', given: '同意到哪天', received: '哪天收到的' } as const;

interface WhenProps {
  readonly asks: keyof typeof DAY_LABELS;
  readonly earliest: string;
  readonly day: string;
  readonly time: string;
  readonly onDay: (day: string) => void;
  readonly onTime: (time: string) => void;
}

function WhenFields({ asks, earliest, day, time, onDay, onTime }: WhenProps) {
  return (
    <View className="record-pair">
      <DateField
        label={DAY_LABELS[asks]}
        value={day}
        words={formatDay(day)}
        onChoose={onDay}
        {...(asks === 'received' ? { latest: beijingToday() } : { earliest })}
      />
      <TimeField label="几点" value={time} onChoose={onTime} />
    </View>
  );
}
