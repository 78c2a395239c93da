import type { DirectoryView } from '@jiannuo/shared/people';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The units of the group and who holds which post in them: whom a notice can go to. */
export function usePeople(): UseQueryResult<DirectoryView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.directory, 'addressees'],
    queryFn: () => callServer<DirectoryView>({ path: '/api/appointments' }),
  });
}
