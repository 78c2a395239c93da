import { formatDay, formatMoment, type Instant } from '@jiannuo/shared/kernel';
import type { ChainChange, ChainNotice, CircularReference } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { Card, GroupTitle } from '../../../ui/card/card';
import { Timeline, type TimelineStep } from '../../../ui/due/timeline';
import { changesWords } from '../clues/chain-changes';
import { chainWords, isUnanswered } from './delivery-words';

interface ChainProps {
  readonly chain: readonly ChainNotice[];
  readonly circulars: readonly CircularReference[];
  /** What became of them after the clue was sent. */
  readonly since: readonly ChainChange[];
  /** As of when they are told: what was sent never changes. */
  readonly asOf: Instant;
  /** Whether the system put it together, and not a writer. */
  readonly isGathered: boolean;
}

/** The notices that were issued before, with the circulars that named the shortfall, the earliest first, and how each ended. */
export function NoticeChain({ chain, circulars, since, asOf, isGathered }: ChainProps) {
  if (chain.length + circulars.length === 0) return null;
  const laterOf = (id: string): string => changesWords(since, id, now());
  const notices = chain.map((notice) => {
    return { on: notice.issuedAt ?? '', step: noticeStep(notice, asOf, laterOf(notice.id)) };
  });
  const named = circulars.map((circular) => {
    return { on: circular.issuedOn, step: circularStep(circular, laterOf(circular.id)) };
  });
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

/** What was told when the clue was sent, and under it what became of it later. */
function Told({ words, later }: { readonly words: string; readonly later: string }) {
  return (
    <>
      <View>{words}</View>
      {later === '' ? null : <View className="is-bold">{later}</View>}
    </>
  );
}

function noticeStep(notice: ChainNotice, asOf: Instant, later: string): TimelineStep {
  return {
    id: notice.id,
    state: notice.deliveries.some((delivery) => isUnanswered(delivery, asOf)) ? 'late' : 'info',
    title: notice.number,
    when: notice.issuedAt === null ? '' : formatMoment(notice.issuedAt, now()),
    below: <Told words={`${notice.title}。${chainWords(notice, asOf, now())}`} later={later} />,
  };
}

function circularStep({ id, title, issuedOn, unitName, shortfall }: CircularReference, later: string): TimelineStep {
  const below = <Told words={`点到${unitName}：${shortfall}`} later={later} />;
  return { id, state: 'info', title, when: formatDay(issuedOn, now()), below };
}
