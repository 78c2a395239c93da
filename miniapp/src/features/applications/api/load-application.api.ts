import type { ApplicationView } from '@jiannuo/shared/applications';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One application; nothing is asked while there is no id. */
export function useApplication(id: string | null): UseQueryResult<ApplicationView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.applications, 'one', id],
    queryFn: () => callServer<ApplicationView>({ path: `/api/applications/${id ?? ''}` }),
    enabled: id !== null,
  });
}
