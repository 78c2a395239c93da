import type { InboxView } from '@jiannuo/shared/notifications';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { usePageShown } from '../../platform/page-events';
import { QUERY_KEYS } from '../../platform/query/query-keys';

function loadInbox(): Promise<InboxView> {
  return callServer<InboxView>({ path: '/api/inbox' });
}

const ASK_AGAIN_AFTER = 60_000;

/** What was sent to this person, to do and to know: asked again when the page is shown, and each minute while it is. */
export function useInbox(): UseQueryResult<InboxView> {
  const query = useQuery({ queryKey: QUERY_KEYS.inbox, queryFn: loadInbox, refetchInterval: ASK_AGAIN_AFTER });
  usePageShown(() => void query.refetch({ cancelRefetch: false }));
  return query;
}
