import type { TicketView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { correctClock } from '../../../platform/clock';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One ticket with its requirement and timeline. */
export function useTicket(id: string): UseQueryResult<TicketView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'ticket', id],
    queryFn: async () => {
      const view = await callServer<TicketView>({ path: `/api/supervision/tickets/${encodeURIComponent(id)}` });
      correctClock(view.serverNow);
      return view;
    },
  });
}
