import type { InspectedView } from '@jiannuo/shared/inspections';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The reader's own unit's part of an inspection. */
export function usePart(id: string): UseQueryResult<InspectedView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.inspections, 'mine', id],
    queryFn: () => callServer<InspectedView>({ path: `/api/inspections/mine/${encodeURIComponent(id)}` }),
  });
}
