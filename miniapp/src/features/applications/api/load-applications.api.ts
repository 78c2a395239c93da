import type { ApplicationListView } from '@jiannuo/shared/applications';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The applications of the year that runs. */
export function useApplications(): UseQueryResult<ApplicationListView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.applications, 'year'],
    queryFn: () => callServer<ApplicationListView>({ path: '/api/applications' }),
  });
}
