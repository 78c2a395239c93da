import type { FindingView } from '@jiannuo/shared/inspections';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { correctClock } from '../../../platform/clock';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One finding with its history; asks nothing without an id. */
export function useFinding(id: string | null): UseQueryResult<FindingView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.inspections, 'finding', id],
    queryFn: async () => {
      const path = `/api/inspections/findings/${encodeURIComponent(id ?? '')}`;
      const view = await callServer<FindingView>({ path });
      correctClock(view.serverNow);
      return view;
    },
    enabled: id !== null,
  });
}
