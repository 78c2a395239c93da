import type { WorkUpdateView } from '@jiannuo/shared/information';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One work update; nothing is asked while there is no id. */
export function useUpdate(id: string | null): UseQueryResult<WorkUpdateView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.workUpdates, 'one', id],
    queryFn: () => callServer<WorkUpdateView>({ path: `/api/work-updates/${id ?? ''}` }),
    enabled: id !== null,
  });
}
