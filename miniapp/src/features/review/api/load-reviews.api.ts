import type { Period } from '@jiannuo/shared/kernel';
import type { ReviewListView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What was handed in for a month, in the order in which it arrived. */
export function useReviews(period: Period): UseQueryResult<ReviewListView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.reviews, period],
    queryFn: () => callServer<ReviewListView>({ path: `/api/reports?period=${period}` }),
  });
}
