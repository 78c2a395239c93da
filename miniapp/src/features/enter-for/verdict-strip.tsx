import { formatDay, dueDayAndHour, formatMoment, type Instant } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { StatusWord } from '../../ui/status/status-word';
import { verdictOf } from './verdict';

interface VerdictStripProps {
  readonly dueAt: Instant;
  readonly receivedAt: Instant | null;
  readonly now: Instant;
  /** The time cannot be true, so it is not judged. */
  readonly isWrong: boolean;
}

function dueWords(dueAt: Instant): string {
  const { date, time } = dueDayAndHour(dueAt);
  return `${formatDay(date).split(' ')[0] ?? ''} ${time}`;
}

function Fact({
  label,
  value,
  isBold = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly isBold?: boolean;
}) {
  return (
    <View className="verdict-fact">
      <View className="t-xs c-ink-2">{label}</View>
      <View className={`t-s ${isBold ? 'is-bold' : ''}`}>{value}</View>
    </View>
  );
}

/** Due time, true time of receipt, time of entry, and what follows from them. */
export function VerdictStrip({ dueAt, receivedAt, now, isWrong }: VerdictStripProps) {
  const verdict = receivedAt === null || isWrong ? null : verdictOf(receivedAt, dueAt);
  return (
    <View className="verdict" aria-live="polite" id="verdict">
      <Fact label="截止" value={dueWords(dueAt)} isBold />
      <Fact label="真实收到" value={receivedAt === null ? '还没填' : formatMoment(receivedAt, now)} isBold />
      <Fact label="登记" value={formatMoment(now, now)} />
      <View className="verdict-fact">
        {verdict === null ? (
          <StatusWord shape="gap" isBold>
            {isWrong ? '时间要核对' : '填了时间再算'}
          </StatusWord>
        ) : (
          <>
            <StatusWord shape={verdict.isOnTime ? 'done' : 'late'} isBold>
              {verdict.words}
            </StatusWord>
            <View className="t-xs c-ink-2">{verdict.margin}</View>
          </>
        )}
      </View>
    </View>
  );
}
