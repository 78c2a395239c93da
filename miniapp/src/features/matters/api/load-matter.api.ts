import type { MatterView } from '@jiannuo/shared/coordination';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One matter with all that was said and done. */
export function useMatter(id: string): UseQueryResult<MatterView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.matters, 'one', id],
    queryFn: () => callServer<MatterView>({ path: `/api/matters/${encodeURIComponent(id)}` }),
  });
}
