import type { AnnualView } from '@jiannuo/shared/assessment';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The counties' year as its reader may see it; the running or nearest one. */
export function useAnnual(): UseQueryResult<AnnualView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.assessments, 'year'],
    queryFn: () => callServer<AnnualView>({ path: '/api/annual-results' }),
  });
}
