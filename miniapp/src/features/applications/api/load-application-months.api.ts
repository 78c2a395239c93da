import type { ApplicationMonthView } from '@jiannuo/shared/applications';
import type { Period } from '@jiannuo/shared/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What counts month by month in a month; the one that runs when none is named. */
export function useApplicationMonths(period: Period | null): UseQueryResult<ApplicationMonthView> {
  const query = period === null ? '' : `?period=${period}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.applications, 'months', period],
    queryFn: () => callServer<ApplicationMonthView>({ path: `/api/application-months${query}` }),
  });
}
