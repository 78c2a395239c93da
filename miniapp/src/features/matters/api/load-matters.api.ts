import type { MatterListView } from '@jiannuo/shared/coordination';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The matters that concern the reader; for the lead unit the whole register. */
export function useMatters(): UseQueryResult<MatterListView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.matters, 'list'],
    queryFn: () => callServer<MatterListView>({ path: '/api/matters' }),
  });
}
