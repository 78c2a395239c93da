import type { NoticeTextsView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What a notice said each time that it was written. */
export function useTexts(id: string): UseQueryResult<NoticeTextsView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'texts', id],
    queryFn: () => callServer<NoticeTextsView>({ path: `/api/supervision/notices/${encodeURIComponent(id)}/texts` }),
  });
}
