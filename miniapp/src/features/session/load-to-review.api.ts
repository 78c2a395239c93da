import { periodOf, type Period } from '@jiannuo/shared/kernel';
import type { ReviewListView } from '@jiannuo/shared/reporting';
import { useQuery } from '@tanstack/react-query';
import { beijingToday } from '../../platform/clock';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';

function loadReviews(period: Period): Promise<ReviewListView> {
  return callServer<ReviewListView>({ path: `/api/reports?period=${period}` });
}

function waitingIn({ waiting }: ReviewListView): number {
  return waiting.reduce((sum, { count }) => sum + count, 0);
}

/** How many reports of any month wait to be reviewed; 0 while unknown. Shares the answer of the review's own list. */
export function useToReview(isAsked: boolean): number {
  const period = periodOf(beijingToday());
  return (
    useQuery({
      queryKey: [...QUERY_KEYS.reviews, period],
      queryFn: () => loadReviews(period),
      enabled: isAsked,
      select: waitingIn,
    }).data ?? 0
  );
}
