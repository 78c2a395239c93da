import type { WorkUpdateListView } from '@jiannuo/shared/information';
import type { Period } from '@jiannuo/shared/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What was sent in a month. */
export function useUpdates(period: Period): UseQueryResult<WorkUpdateListView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.workUpdates, period],
    queryFn: () => callServer<WorkUpdateListView>({ path: `/api/work-updates?period=${period}` }),
  });
}
