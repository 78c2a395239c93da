import { addDays, atBeijing, beijingDate, formatDay } from '@jiannuo/shared/kernel';
import { CHANNELS, type Channel } from '@jiannuo/shared/obligations';
import type { TicketAction } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday } from '../../platform/clock';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { Button } from '../../ui/button/button';
import { Choice, DateField } from '../../ui/field/choice';
import { FieldError, TextField } from '../../ui/field/field';
import { TimeField } from '../../ui/field/time-field';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { stepTicket } from './api/step-ticket.api';
import type { StepForm } from './ticket-steps';

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  app: '小程序',
  email: '邮件',
  paper: '纸质',
  fax: '传真',
  phone: '电话',
};
const OUTSIDE = CHANNELS.filter((channel) => channel !== 'app').map((value) => ({
  value,
  label: CHANNEL_WORDS[value],
}));

interface StepSheetProps {
  readonly ticketId: string;
  readonly action: TicketAction;
  readonly form: StepForm;
  /** The day from which an extension is thought of. */
  readonly dueAt: string | null;
  readonly onClose: () => void;
}

/** Asks what a step needs, and takes it. What was typed stays when it is refused. */
export function StepSheet({ ticketId, action, form, dueAt, onClose }: StepSheetProps) {
  const write = useWrite(QUERY_KEYS.supervision, QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const [text, setText] = useState('');
  const [handler, setHandler] = useState('');
  const [day, setDay] = useState(
    form.asks === 'due' && dueAt !== null ? addDays(beijingDate(dueAt), 3) : beijingToday(),
  );
  const [time, setTime] = useState(form.asks === 'due' ? '18:00' : '09:00');
  const [channel, setChannel] = useState<Channel>('paper');
  const send = async () => {
    const at = atBeijing(day, time);
    const body = {
      action,
      text,
      ...(form.asks === 'due' ? { dueAt: at } : {}),
      ...(form.asks === 'handler' ? { handler } : {}),
      ...(form.asks === 'received' ? { receivedAt: at, channel } : {}),
    };
    if ((await write.run(body, (key) => stepTicket(ticketId, body, key))) === null) return;
    showToast(form.done);
    onClose();
  };
  return (
    <Sheet title={form.verb} onClose={onClose}>
      {form.hint === undefined ? null : <View className="t-s c-ink-2 below-1">{form.hint}</View>}
      {form.asks === 'handler' ? (
        <TextField label="转给谁办" initial="" placeholder="科室和姓名，例如信用工作股王股长" onType={setHandler} />
      ) : null}
      {form.asks === 'due' || form.asks === 'received' ? (
        <View className="when-fields">
          <DateField
            label={form.asks === 'due' ? '想延到哪天' : '哪天收到的'}
            value={day}
            words={formatDay(day)}
            onChoose={setDay}
            {...(form.asks === 'received' ? { latest: beijingToday() } : { earliest: beijingToday() })}
          />
          <TimeField label="几点" value={time} onChoose={setTime} />
        </View>
      ) : null}
      {form.asks === 'received' ? (
        <Choice label="怎么收到的" options={OUTSIDE} value={channel} onChoose={setChannel} />
      ) : null}
      {form.text === undefined ? null : <TextField label={form.text} initial="" lines="many" onType={setText} />}
      {write.error === null ? null : <FieldError>{write.error.sentence}</FieldError>}
      <View className="below-3">
        <Button isBlock onPress={() => void send()}>
          {write.isSending ? '正在办，请别关' : form.verb}
        </Button>
      </View>
    </Sheet>
  );
}
