import type { CircularSubjectsView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What a unit has not done in time; asks nothing without a unit. */
export function useSubjects(unitId: string): UseQueryResult<CircularSubjectsView> {
  const path = `/api/supervision/circulars/subjects?unitId=${encodeURIComponent(unitId)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'subjects', unitId],
    queryFn: () => callServer<CircularSubjectsView>({ path }),
    enabled: unitId !== '',
  });
}
