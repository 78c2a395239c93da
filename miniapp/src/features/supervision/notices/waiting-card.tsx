import type { SupervisionWaitingView } from '@jiannuo/shared/supervision';
import { openPage } from '../../../platform/navigation';
import { usePageShown } from '../../../platform/page-events';
import { Card } from '../../../ui/card/card';
import { Row } from '../../../ui/row/row';
import { StatusWord } from '../../../ui/status/status-word';
import { useSupervisionWaiting } from '../api/load-waiting.api';

/** What the lead unit owes the units: 等复核2件、等答复1件. */
export function owedWords({ reviews, requests }: SupervisionWaitingView): string {
  return [reviews === 0 ? [] : `等复核${String(reviews)}件`, requests === 0 ? [] : `等答复${String(requests)}件`]
    .flat()
    .join('、');
}

/** What waits for the lead unit's review or answer, as a way to it. Shows nothing while nothing does. */
export function WaitingCard() {
  const query = useSupervisionWaiting();
  usePageShown(() => void query.refetch({ cancelRefetch: false }));
  const waiting = query.data;
  if (waiting === undefined || waiting.reviews + waiting.requests === 0) return null;
  const { overdue } = waiting;
  return (
    <Card fit="rows">
      <Row
        icon="flag"
        title={`督导：${owedWords(waiting)}`}
        {...(overdue === 0 ? {} : { below: <StatusWord shape="late">{`超期${String(overdue)}件`}</StatusWord> })}
        onPress={() => {
          openPage('supervision/notices', { sort: 'review' });
        }}
      />
    </Card>
  );
}
