import type { DirectoryView } from '@jiannuo/shared/people';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The units of the group and who holds which post: whom to inspect, and who inspects. */
export function usePeople(): UseQueryResult<DirectoryView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.directory, 'inspections'],
    queryFn: () => callServer<DirectoryView>({ path: '/api/appointments' }),
  });
}
