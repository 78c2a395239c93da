import type { InboxView } from '@jiannuo/shared/notifications';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';

function loadInbox(): Promise<InboxView> {
  return callServer<InboxView>({ path: '/api/inbox' });
}

/** What was sent to this person: what asks something of them, and what is for knowing. */
export function useInbox(): UseQueryResult<InboxView> {
  return useQuery({ queryKey: QUERY_KEYS.inbox, queryFn: loadInbox });
}
