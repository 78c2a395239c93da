import type { QuartersView } from '@jiannuo/shared/assessment';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The counties' quarters of a year; the running or nearest year when none is named. */
export function useQuarters(year: number | null): UseQueryResult<QuartersView> {
  const query = year === null ? '' : `?year=${String(year)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.assessments, 'quarters', year],
    queryFn: () => callServer<QuartersView>({ path: `/api/quarters${query}` }),
  });
}
