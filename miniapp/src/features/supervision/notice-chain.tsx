import { formatDay, formatDue, formatMoment, type Instant } from '@jiannuo/shared/kernel';
import type { ChainNotice, CircularReference, Delivery } from '@jiannuo/shared/supervision';
import { now } from '../../platform/clock';
import { Card, GroupTitle } from '../../ui/card/card';
import { Timeline, type TimelineStep } from '../../ui/due/timeline';
import { deliveriesWords, isUnanswered } from './delivery-words';
import { noticeWords } from './supervision-words';

interface ChainProps {
  readonly chain: readonly ChainNotice[];
  readonly circulars: readonly CircularReference[];
  /** Whether the system put it together, and not a writer. */
  readonly isGathered: boolean;
}

/** The notices that were issued before, with the circulars that named the shortfall, the earliest first, and how each ended. */
export function NoticeChain({ chain, circulars, isGathered }: ChainProps) {
  if (chain.length + circulars.length === 0) return null;
  const notices = chain.map((notice) => ({ on: notice.issuedAt ?? '', step: noticeStep(notice) }));
  const named = circulars.map((circular) => ({ on: circular.issuedOn, step: circularStep(circular) }));
  const steps = [...notices, ...named].sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ step }) => step);
  return (
    <>
      <GroupTitle>{`前面的通知，${isGathered ? '自动归集，' : ''}${String(steps.length)}份`}</GroupTitle>
      <Card>
        <Timeline steps={steps} />
      </Card>
    </>
  );
}

function noticeStep(notice: ChainNotice): TimelineStep {
  return {
    id: notice.id,
    state: notice.deliveries.some((delivery) => isUnanswered(delivery, now())) ? 'late' : 'info',
    title: notice.number,
    when: notice.issuedAt === null ? '' : formatMoment(notice.issuedAt, now()),
    below: `${notice.title}。${endWords(notice)}`,
  };
}

function circularStep({ id, title, issuedOn, unitName, shortfall }: CircularReference): TimelineStep {
  return { id, state: 'info', title, when: formatDay(issuedOn, now()), below: `点到${unitName}：${shortfall}` };
}

function endWords({ state, dueAt, isMet, deliveries }: ChainNotice): string {
  if (state !== 'issued') return `${noticeWords(state).text}。`;
  if (deliveries.length > 0) return `${askedWords(dueAt, deliveries)}${deliveriesWords(deliveries, now())}。`;
  if (isMet) return '办完了。';
  return dueAt === null ? '没有办完。' : `${formatDue(dueAt, now())}反馈，没有办完。`;
}

/** By when it was asked for, and until when more time was given since. */
function askedWords(dueAt: Instant | null, deliveries: readonly Delivery[]): string {
  if (dueAt === null) return '';
  const given = deliveries.map(({ answerDueAt }) => answerDueAt ?? dueAt).reduce((a, b) => (a > b ? a : b));
  return `${formatDue(dueAt, now())}反馈，${given > dueAt ? `同意延到${formatDue(given, now())}，` : ''}`;
}
