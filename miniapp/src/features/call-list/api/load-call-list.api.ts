import type { CallListView } from '@jiannuo/shared/notifications';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** Whom to call: those a reminder did not reach and who still owe. */
export function useCallList(): UseQueryResult<CallListView> {
  return useQuery({
    queryKey: QUERY_KEYS.callList,
    queryFn: () => callServer<CallListView>({ path: '/api/call-list' }),
    refetchInterval: 60_000,
  });
}
