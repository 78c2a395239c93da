import {
  ADOPTERS,
  WORK_UPDATE_LIMITS,
  type Adopter,
  type MarkUpdateRequest,
  type MarkView,
  type WorkUpdateView,
} from '@jiannuo/shared/information';
import { beijingDate, formatDay } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday } from '../../platform/clock';
import { Button } from '../../ui/button/button';
import { Choice, DateField } from '../../ui/field/choice';
import { FieldError, TextField } from '../../ui/field/field';
import { Sheet } from '../../ui/overlay/dialog';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { markUpdate } from './api/mark-update.api';
import { withdrawMark } from './api/withdraw-mark.api';
import { adopterWords, markWords } from './update-words';
import { useSending } from './use-sending';

/** What the lead unit is about to say. */
export type Judging =
  { readonly kind: 'high-quality' | 'not-chosen' | 'adopted' } | { readonly kind: 'withdraw'; readonly mark: MarkView };

interface SheetProps {
  readonly update: WorkUpdateView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const REASON = {
  label: '理由，单位看得到',
  limit: WORK_UPDATE_LIMITS.reason,
  missing: '请写明理由，这家单位看得到。',
} as const;

function MarkSheet({ update, kind, onClose, onDone }: SheetProps & { readonly kind: 'high-quality' | 'not-chosen' }) {
  const sending = useSending();
  const isQuality = kind === 'high-quality';
  const send = async (reason: string) => {
    const body: MarkUpdateRequest = { kind, version: update.version, reason };
    if ((await sending.run({ id: update.id, body }, (key) => markUpdate(update.id, body, key))) !== null) onDone();
  };
  return (
    <ReasonSheet
      title={isQuality ? '评为高质量' : '不选用'}
      verb={isQuality ? '评为高质量' : '不选用'}
      hint={isQuality ? `标准：${update.criteria}` : '写明差在哪里，下次好改。'}
      {...REASON}
      write={sending}
      onClose={onClose}
      onSend={send}
    />
  );
}

function WithdrawSheet({ update, mark, onClose, onDone }: SheetProps & { readonly mark: MarkView }) {
  const sending = useSending();
  const send = async (reason: string) => {
    const which = { updateId: update.id, markId: mark.id };
    if ((await sending.run({ which, reason }, (key) => withdrawMark(which, reason, key))) !== null) onDone();
  };
  return (
    <ReasonSheet
      title={`撤销“${markWords(mark)}”`}
      verb="撤销"
      hint="成绩通报前可以撤销。原来的留着，不抹去。"
      {...REASON}
      write={sending}
      onClose={onClose}
      onSend={send}
    />
  );
}

const ADOPTER_OPTIONS = ADOPTERS.map((value) => ({ value, label: adopterWords(value) }));

function AdoptionSheet({ update, onClose, onDone }: SheetProps) {
  const sending = useSending();
  const taken = update.marks.map(({ adopter }) => adopter);
  const options = ADOPTER_OPTIONS.filter(({ value }) => !taken.includes(value));
  const [adopter, setAdopter] = useState<Adopter | null>(options[0]?.value ?? null);
  const [confirmedOn, setConfirmedOn] = useState<string>(beijingToday());
  const [reason, setReason] = useState('');
  const send = async () => {
    const body: MarkUpdateRequest = { kind: 'adopted', version: update.version, reason, adopter, confirmedOn };
    if ((await sending.run({ id: update.id, body }, (key) => markUpdate(update.id, body, key))) !== null) onDone();
  };
  return (
    <Sheet title="登记采用" onClose={onClose}>
      <Choice label="哪里采用" options={options} value={adopter} onChoose={setAdopter} />
      <DateField
        label="哪天确认的"
        value={confirmedOn}
        earliest={beijingDate(update.sentAt)}
        latest={beijingToday()}
        words={confirmedOn === '' ? '选日期' : formatDay(confirmedOn)}
        onChoose={setConfirmedOn}
      />
      <TextField label="说明，可以不写" initial="" placeholder="例如刊在哪一期" onType={setReason} />
      {taken.some((each) => each !== null) ? <View className="t-s c-ink-2 below-1">两处采用只算一次。</View> : null}
      {sending.error === null ? null : <FieldError>{sending.error.sentence}</FieldError>}
      <View className="below-3">
        <Button isBlock onPress={() => void send()}>
          {sending.isSending ? '正在办，请别关' : '登记采用'}
        </Button>
      </View>
    </Sheet>
  );
}

/** The sheet in which the lead unit says what it has to say. */
export function JudgeSheet({ judging, ...props }: SheetProps & { readonly judging: Judging }) {
  switch (judging.kind) {
    case 'withdraw':
      return <WithdrawSheet {...props} mark={judging.mark} />;
    case 'adopted':
      return <AdoptionSheet {...props} />;
    case 'high-quality':
    case 'not-chosen':
      return <MarkSheet {...props} kind={judging.kind} />;
  }
}
