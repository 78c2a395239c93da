import type { FeedbackListView } from '@jiannuo/shared/feedback';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One's own entries, or for the lead unit all that were written to it. */
export function useFeedbackList(isLead: boolean): UseQueryResult<FeedbackListView> {
  const path = isLead ? '/api/feedback/all' : '/api/feedback';
  return useQuery({
    queryKey: [...QUERY_KEYS.feedback, 'list', path],
    queryFn: () => callServer<FeedbackListView>({ path }),
  });
}
