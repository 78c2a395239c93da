import type { DownloadsView } from '@jiannuo/shared/sheets';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What was taken out of the group, latest first. */
export function useDownloads(): UseQueryResult<DownloadsView> {
  return useQuery({
    queryKey: QUERY_KEYS.downloads,
    queryFn: () => callServer<DownloadsView>({ path: '/api/downloads' }),
    staleTime: 0,
  });
}
