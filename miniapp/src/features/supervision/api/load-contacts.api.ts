import type { TicketContactsView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** Whom the lead unit calls about a ticket, and what became of its last 催办. */
export function useTicketContacts(id: string): UseQueryResult<TicketContactsView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'contacts', id],
    queryFn: () =>
      callServer<TicketContactsView>({ path: `/api/supervision/tickets/${encodeURIComponent(id)}/contacts` }),
  });
}
