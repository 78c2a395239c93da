import type { TicketListView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The tickets of the reader's own unit: the open ones, then a page of the rest, from an instant backwards. */
export function useTickets(before: string | null): UseQueryResult<TicketListView> {
  const rest = before === null ? '' : `?before=${encodeURIComponent(before)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'tickets', before],
    queryFn: () => callServer<TicketListView>({ path: `/api/supervision/tickets${rest}` }),
  });
}
