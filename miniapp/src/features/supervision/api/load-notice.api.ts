import type { NoticeView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One notice with its tickets; asks nothing without an id. */
export function useNotice(id: string | null): UseQueryResult<NoticeView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'notice', id],
    queryFn: () => callServer<NoticeView>({ path: `/api/supervision/notices/${encodeURIComponent(id ?? '')}` }),
    enabled: id !== null,
  });
}
