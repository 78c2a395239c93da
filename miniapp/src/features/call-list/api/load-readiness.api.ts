import type { ReadinessView } from '@jiannuo/shared/notifications';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** Who could not be reminded through WeChat if it had to be done now. */
export function useReadiness(): UseQueryResult<ReadinessView> {
  return useQuery({
    queryKey: QUERY_KEYS.readiness,
    queryFn: () => callServer<ReadinessView>({ path: '/api/reminder-readiness' }),
  });
}
