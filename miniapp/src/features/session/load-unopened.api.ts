import type { InboxView } from '@jiannuo/shared/notifications';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';

function loadInbox(): Promise<InboxView> {
  return callServer<InboxView>({ path: '/api/inbox' });
}

/** How many notices this person has not opened yet; 0 while unknown. Shares the inbox's own answer. */
export function useUnopened(isAsked: boolean): number {
  return (
    useQuery({ queryKey: QUERY_KEYS.inbox, queryFn: loadInbox, enabled: isAsked, select: (inbox) => inbox.unopened })
      .data ?? 0
  );
}
