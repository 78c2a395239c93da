import { addDays, endOfDay, formatDay, formatDue, lastDateBefore, type Instant } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { beijingToday } from '../../platform/clock';
import type { ApiError } from '../../platform/http/api-error';
import { Button } from '../../ui/button/button';
import { DateField } from '../../ui/field/choice';
import { TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { useBoardDecision, type BoardDecision } from './board.api';
import type { ShownRow } from './board-filter';

type Kind = 'extend' | 'shorten' | 'waive';

interface DecisionFormProps {
  readonly kind: Kind;
  readonly shown: ShownRow;
  /** When the others have to hand it in; an extension is taken back to this. */
  readonly ownDueAt: Instant;
  readonly now: Instant;
  readonly onDone: () => void;
}

const WORDS: Record<Kind | 'withdraw', { readonly verb: string; readonly done: string; readonly example: string }> = {
  extend: { verb: '宽限这一家', done: '已宽限', example: '例如：防汛期间，经专班同意' },
  shorten: { verb: '改短这一家', done: '已改短', example: '例如：日期选错了' },
  withdraw: { verb: '撤销宽限', done: '宽限已撤销', example: '例如：点错了一家' },
  waive: { verb: '这个月免报', done: '已免报', example: '例如：本月没有承担任务' },
};

/** An extension that is shortened to the day which all others have is taken back. */
function wordsFor(kind: Kind, date: string, ownDueAt: Instant) {
  return WORDS[kind === 'shorten' && endOfDay(date) === ownDueAt ? 'withdraw' : kind];
}

interface Wrong {
  readonly field: 'date' | 'reason';
  readonly sentence: string;
}

/** What the server refused about the date stands at the date, everything else at the reason. */
function wrongBy(error: ApiError): Wrong {
  return { field: error.code.startsWith('obligations.due-') ? 'date' : 'reason', sentence: error.sentence };
}

/** More time, less again, or no report this month, for one unit: always with a reason, which the unit reads too. */
export function DecisionForm({ kind, shown, ownDueAt, now, onDone }: DecisionFormProps) {
  const { row, cell } = shown;
  const days = daysOf(kind, cell.dueAt, ownDueAt);
  const [date, setDate] = useState(kind === 'shorten' ? days.earliest : '');
  const [missing, setMissing] = useState<Wrong | null>(null);
  const words = wordsFor(kind, date, ownDueAt);
  const reason = useRef('');
  const decision = useBoardDecision();
  const send = async () => {
    if (kind !== 'waive' && date === '') {
      setMissing({ field: 'date', sentence: '请选延到哪一天。' });
      return;
    }
    if (reason.current.trim() === '') {
      setMissing({ field: 'reason', sentence: '请写原因，单位也看得到。' });
      return;
    }
    setMissing(null);
    const base = { obligationId: cell.obligationId, reason: reason.current };
    const wish: BoardDecision = kind === 'waive' ? { kind, ...base } : { kind, dueAt: endOfDay(date), ...base };
    if (!(await decision.decide(wish))) return;
    showToast(words.done);
    onDone();
  };
  const wrong = missing ?? (decision.error === null ? null : wrongBy(decision.error));
  const errorAt = (field: Wrong['field']) => (wrong?.field === field ? wrong.sentence : null);
  return (
    <View className="below-3">
      <View className="t-s c-ink-2">{`${row.unitName}，现在的截止是${formatDue(cell.dueAt, now)}。`}</View>
      {kind === 'waive' ? null : (
        <DateField
          label={kind === 'extend' ? '宽限到这天24:00' : '改到这天24:00'}
          value={date}
          words={date === '' ? '选日期' : formatDay(date)}
          earliest={days.earliest}
          {...(days.latest === null ? {} : { latest: days.latest })}
          error={errorAt('date')}
          onChoose={setDate}
        />
      )}
      <TextField
        label="原因"
        initial=""
        lines="many"
        placeholder={words.example}
        error={errorAt('reason')}
        onType={(text) => {
          reason.current = text;
        }}
      />
      <View className="below-3">
        <Button isBlock onPress={() => void send()}>
          {decision.isSending ? '正在存，请别关' : words.verb}
        </Button>
      </View>
    </View>
  );
}

/** The days that may be chosen, each until its 24:00. */
function daysOf(
  kind: Kind,
  dueAt: Instant,
  ownDueAt: Instant,
): { readonly earliest: string; readonly latest: string | null } {
  const now = lastDateBefore(dueAt);
  if (kind !== 'shorten') return { earliest: laterOf(beijingToday(), now), latest: null };
  return { earliest: laterOf(beijingToday(), lastDateBefore(ownDueAt)), latest: addDays(now, -1) };
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
