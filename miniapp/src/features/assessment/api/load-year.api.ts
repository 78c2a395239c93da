import type { AnnualView } from '@jiannuo/shared/assessment';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The counties' year as its reader may see it; the running or nearest one when none is named. */
export function useAnnual(year: number | null): UseQueryResult<AnnualView> {
  const query = year === null ? '' : `?year=${String(year)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.assessments, 'year', year],
    queryFn: () => callServer<AnnualView>({ path: `/api/annual-results${query}` }),
  });
}
