import { formatDay, formatDue, formatPeriod, formatStamp, type Instant, type Refusal } from '@jiannuo/shared/kernel';
import { decideCorrection, REPORTING_MESSAGES, type EntryCheckView, type ReceiptView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { goBack, scrollToElement } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Card, Footnote } from '../../ui/card/card';
import { Choice, DateField } from '../../ui/field/choice';
import { FieldError, TextField } from '../../ui/field/field';
import { TimeField } from '../../ui/field/time-field';
import { showToast } from '../../ui/overlay/toast';
import { EntryNotes } from '../../ui/report/entry-notes';
import type { HandIn } from '../../ui/report/hand-in';
import { ReceiptRows } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { correctTime } from './api/correct-time.api';
import { useEnteredReceipt } from './api/load-receipt.api';
import './enter-for.scss';
import { receivedAtOf } from './verdict';
import { VerdictStrip } from './verdict-strip';

interface Typed {
  readonly answer: 'change' | 'keep';
  readonly date: string;
  readonly time: string;
  readonly reason: string;
}

const EMPTY: Typed = { answer: 'change', date: '', time: '', reason: '' };

/** What keeps a correction from being sent, and the field that it is about. */
interface Fault {
  readonly field: 'received' | 'reason';
  readonly words: string;
}

/** The receipt, and what is checked of it: of a report an entered version, which may be an earlier one. */
interface Checked {
  readonly handIn: HandIn;
  readonly receipt: ReceiptView;
  readonly entry: EntryCheckView;
}

/** A correction that is being written. It stays on the device until the server has it. */
interface Correction {
  readonly typed: Typed;
  readonly change: (part: Partial<Typed>) => void;
  /** The time as it would stand afterwards; null while it is not chosen. */
  readonly receivedAt: Instant | null;
  readonly wrong: Fault | null;
  readonly isObjected: boolean;
  readonly write: Write;
  readonly send: () => void;
}

function useCorrection({ handIn, receipt, entry }: Checked): Correction {
  const { notes } = entry;
  const name = `entry-correction/${handIn.id}`;
  const [typed, setTyped] = useState(() => readStored<Typed>(name) ?? EMPTY);
  const [isChecked, setIsChecked] = useState(false);
  const write = useWrite(
    QUERY_KEYS.receipt(handIn.id),
    QUERY_KEYS.report(handIn.id),
    QUERY_KEYS.assessments,
    QUERY_KEYS.reviews,
    QUERY_KEYS.board,
    QUERY_KEYS.inbox,
  );
  const receivedAt = typed.answer === 'keep' ? entry.receivedAt : receivedAtOf(typed);
  const bounds = { period: receipt.period, returnedAt: null, now: now() };
  const input = { receivedAt, reason: typed.reason };
  const outcome = decideCorrection(input, entry, bounds);
  const send = async () => {
    setIsChecked(true);
    if (!outcome.ok) {
      scrollToElement(`correct-${faultOf(outcome.refusals[0]).field}`);
      return;
    }
    const body = { receivedAt: outcome.value.receivedAt, reason: typed.reason };
    const done = await write.run(body, (key) => correctTime(handIn, body, key));
    if (done === null) return;
    removeStored(name);
    showToast(typed.answer === 'keep' ? '已答复' : '时间改了');
    goBack();
  };
  return {
    typed,
    change: (part) => {
      const changed = { ...typed, ...part };
      writeStored(name, changed);
      setTyped(changed);
    },
    receivedAt,
    wrong: isChecked && !outcome.ok ? faultOf(outcome.refusals[0]) : null,
    isObjected: notes.at(-1)?.kind === 'objection',
    write,
    send: () => void send(),
  };
}

function faultOf({ code, facts }: Refusal): Fault {
  if (code === 'reporting.basis-missing') return { field: 'reason', words: '请写理由，单位看得到。' };
  const words = REPORTING_MESSAGES[code as keyof typeof REPORTING_MESSAGES](facts);
  return { field: code.startsWith('reporting.basis') ? 'reason' : 'received', words };
}

function Present({ receipt, entry }: Omit<Checked, 'handIn'>) {
  const { isTight } = useDisplay();
  const rows = [
    { label: '单位', value: `${receipt.unitName}，${formatPeriod(receipt.period)}${receipt.title}` },
    ...(entry.version === receipt.version ? [] : [{ label: '版本', value: `第${String(entry.version)}版` }]),
    { label: '收到时间', value: formatStamp(entry.receivedAt) },
    { label: '依据', value: entry.basis },
    { label: '截止', value: formatDue(receipt.dueAt, now()) },
  ];
  return (
    <Card>
      <ReceiptRows rows={rows} isStacked={isTight} />
      <EntryNotes notes={entry.notes} now={now()} />
    </Card>
  );
}

function NewTime({ typed, change }: Pick<Correction, 'typed' | 'change'>) {
  return (
    <View className="entry-when" id="correct-received">
      <View className="grow">
        <DateField
          label="真实收到的日期"
          value={typed.date}
          latest={beijingToday()}
          words={typed.date === '' ? '选日期' : formatDay(typed.date)}
          onChoose={(date) => {
            change({ date });
          }}
        />
      </View>
      <View className="grow entry-second">
        <TimeField
          label="时间"
          value={typed.time}
          onChoose={(time) => {
            change({ time });
          }}
        />
      </View>
    </View>
  );
}

function Answer({ receipt, entry, correction }: Omit<Checked, 'handIn'> & { readonly correction: Correction }) {
  const { typed, change, receivedAt, wrong, isObjected } = correction;
  return (
    <Card>
      {isObjected ? (
        <Choice
          label="核对下来"
          options={[
            { value: 'change', label: '改时间' },
            { value: 'keep', label: '不改' },
          ]}
          value={typed.answer}
          onChoose={(answer) => {
            change({ answer });
          }}
        />
      ) : null}
      {typed.answer === 'change' ? <NewTime typed={typed} change={change} /> : null}
      {wrong?.field === 'received' ? <FieldError>{wrong.words}</FieldError> : null}
      <VerdictStrip dueAt={receipt.dueAt} receivedAt={receivedAt} now={entry.registeredAt} isWrong={false} />
      <TextField
        id="correct-reason"
        label="理由"
        initial={typed.reason}
        placeholder="例如邮箱里另有一封20日的"
        note="单位看得到，改前改后都留着。"
        error={wrong?.field === 'reason' ? wrong.words : null}
        onType={(reason) => {
          change({ reason });
        }}
      />
    </Card>
  );
}

function Correcting(checked: Checked) {
  const correction = useCorrection(checked);
  const { write, typed } = correction;
  const note = write.error === null ? '单位马上收到通知' : `${write.error.sentence}填的都在。`;
  const bar = (
    <StickyBar title={write.isSending ? '正在记，请别关' : '记下核对的结果'} note={note}>
      <Button onPress={correction.send}>{typed.answer === 'keep' ? '不改，答复单位' : '改收到时间'}</Button>
    </StickyBar>
  );
  return (
    <Screen title="核对收到时间" section="home" bar={bar}>
      <Present {...checked} />
      <Answer {...checked} correction={correction} />
      {checked.handIn.kind === 'self-assessment' ? (
        <Footnote>按时报送的分跟着收到时间算。复核过的重新算分，告诉县里；通报过的，要另办更正。</Footnote>
      ) : null}
    </Screen>
  );
}

/** The lead unit puts right when a hand-in that it entered for a unit truly came, or says why the time stands. */
export function CorrectScreen({ handIn }: { readonly handIn: HandIn }) {
  const query = useEnteredReceipt(handIn);
  const receipt = query.data;
  if (receipt?.entry?.mayCorrect === true)
    return <Correcting handIn={handIn} receipt={receipt} entry={receipt.entry} />;
  return (
    <Screen title="核对收到时间" section="home">
      <Answered query={query}>
        {() => <StateView icon="report" title="这份不是代录的" lines={['单位自己交的，收到时间由服务器记。']} />}
      </Answered>
    </Screen>
  );
}
