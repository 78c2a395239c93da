import { formatDue, formatMoment } from '@jiannuo/shared/kernel';
import type { NoticeReference } from '@jiannuo/shared/supervision';
import { now } from '../../platform/clock';
import { Card, GroupTitle } from '../../ui/card/card';
import { Timeline, type TimelineStep } from '../../ui/due/timeline';
import { noticeWords } from './supervision-words';

/** The notices that were issued before, the earliest first, and how each ended. */
export function NoticeChain({ chain }: { readonly chain: readonly NoticeReference[] }) {
  if (chain.length === 0) return null;
  const steps = chain.map((notice): TimelineStep => ({
    id: notice.id,
    state: 'info',
    title: notice.number,
    when: notice.issuedAt === null ? '' : formatMoment(notice.issuedAt, now()),
    below: `${notice.title}。${endWords(notice)}`,
  }));
  return (
    <>
      <GroupTitle>前面发过的通知</GroupTitle>
      <Card>
        <Timeline steps={steps} />
      </Card>
    </>
  );
}

function endWords({ state, dueAt, isMet }: NoticeReference): string {
  if (state !== 'issued') return `${noticeWords(state).text}。`;
  if (isMet) return '办完了。';
  return dueAt === null ? '没有办完。' : `${formatDue(dueAt, now())}反馈，没有办完。`;
}
