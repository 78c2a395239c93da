import type { FeedbackView } from '@jiannuo/shared/feedback';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One entry with all that was said. */
export function useFeedback(id: string): UseQueryResult<FeedbackView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.feedback, id],
    queryFn: () => callServer<FeedbackView>({ path: `/api/feedback/${encodeURIComponent(id)}` }),
  });
}
