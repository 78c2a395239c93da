import type { Period } from '@jiannuo/shared/kernel';
import type { FindingListView } from '@jiannuo/shared/spot-checks';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What was found in a month, without one the running or nearest, about the drawn units that the reader may see. */
export function useFindings(period: Period | null): UseQueryResult<FindingListView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.spotChecks, period, 'findings'],
    queryFn: () =>
      callServer<FindingListView>({ path: `/api/spot-checks/findings${period === null ? '' : `?period=${period}`}` }),
  });
}
