import type { SupervisionWaitingView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** How much waits for the lead unit's review or answer, and how much of it is late. */
export function useSupervisionWaiting(): UseQueryResult<SupervisionWaitingView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'waiting'],
    queryFn: () => callServer<SupervisionWaitingView>({ path: '/api/supervision/waiting' }),
  });
}
