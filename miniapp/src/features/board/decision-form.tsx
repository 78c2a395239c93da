import { endOfDay, formatDay, formatDue, lastDateBefore, type Instant } from '@jiannuo/shared/kernel';
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

interface DecisionFormProps {
  readonly kind: 'extend' | 'waive';
  readonly shown: ShownRow;
  readonly now: Instant;
  readonly onDone: () => void;
}

interface Wrong {
  readonly field: 'date' | 'reason';
  readonly sentence: string;
}

/** What the server refused about the date stands at the date, everything else at the reason. */
function wrongBy(error: ApiError): Wrong {
  return { field: error.code.startsWith('obligations.due-') ? 'date' : 'reason', sentence: error.sentence };
}

/** More time, or no report this month, for one unit: always with a reason, which the unit reads too. */
export function DecisionForm({ kind, shown, now, onDone }: DecisionFormProps) {
  const { row, cell } = shown;
  const [date, setDate] = useState('');
  const [missing, setMissing] = useState<Wrong | null>(null);
  const reason = useRef('');
  const decision = useBoardDecision();
  const send = async () => {
    if (kind === 'extend' && date === '') {
      setMissing({ field: 'date', sentence: '请选延到哪一天。' });
      return;
    }
    if (reason.current.trim() === '') {
      setMissing({ field: 'reason', sentence: '请写原因，单位也看得到。' });
      return;
    }
    setMissing(null);
    const base = { obligationId: cell.obligationId, reason: reason.current };
    const wish: BoardDecision = kind === 'extend' ? { kind, dueAt: endOfDay(date), ...base } : { kind, ...base };
    if (!(await decision.decide(wish))) return;
    showToast(kind === 'extend' ? '已宽限' : '已免报');
    onDone();
  };
  const wrong = missing ?? (decision.error === null ? null : wrongBy(decision.error));
  const errorAt = (field: Wrong['field']) => (wrong?.field === field ? wrong.sentence : null);
  return (
    <View className="below-3">
      <View className="t-s c-ink-2">{`${row.unitName}，现在的截止是${formatDue(cell.dueAt, now)}。`}</View>
      {kind === 'waive' ? null : (
        <DateField
          label="宽限到这天24:00"
          value={date}
          words={date === '' ? '选日期' : formatDay(date)}
          earliest={laterOf(beijingToday(), lastDateBefore(cell.dueAt))}
          error={errorAt('date')}
          onChoose={setDate}
        />
      )}
      <TextField
        label="原因"
        initial=""
        lines="many"
        placeholder={kind === 'extend' ? '例如：防汛期间，经专班同意' : '例如：本月没有承担任务'}
        error={errorAt('reason')}
        onType={(text) => {
          reason.current = text;
        }}
      />
      <View className="below-3">
        <Button isBlock onPress={() => void send()}>
          {decision.isSending ? '正在存，请别关' : kind === 'extend' ? '宽限这一家' : '这个月免报'}
        </Button>
      </View>
    </View>
  );
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}
