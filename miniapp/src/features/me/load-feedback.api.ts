import type { FeedbackListView } from '@jiannuo/shared/feedback';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';

/** What this person wrote to the lead unit; for the lead unit, what was written to it. Undefined until it is known. */
export function useFeedbackRows(isLead: boolean): FeedbackListView['rows'] | undefined {
  const path = isLead ? '/api/feedback/all' : '/api/feedback';
  const query = useQuery({
    queryKey: [...QUERY_KEYS.feedback, 'list', path],
    queryFn: () => callServer<FeedbackListView>({ path }),
  });
  return query.data?.rows;
}
