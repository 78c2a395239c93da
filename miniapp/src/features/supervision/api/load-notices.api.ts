import type { NoticeListView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The lead unit's notices: what waits for it, then a page of the rest, from an instant backwards. */
export function useNotices(before: string | null): UseQueryResult<NoticeListView> {
  const rest = before === null ? '' : `?before=${encodeURIComponent(before)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'notices', before],
    queryFn: () => callServer<NoticeListView>({ path: `/api/supervision/notices${rest}` }),
  });
}
