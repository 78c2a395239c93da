import type { CircularListView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** A page of what circulars named of units, from an instant backwards; asks nothing while it is not wanted. */
export function useCirculars(before: string | null, isWanted = true): UseQueryResult<CircularListView> {
  const rest = before === null ? '' : `?before=${encodeURIComponent(before)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'circulars', before],
    queryFn: () => callServer<CircularListView>({ path: `/api/supervision/circulars${rest}` }),
    enabled: isWanted,
  });
}
