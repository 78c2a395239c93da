import type { DraftingView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What whoever begins to write a notice is to know beforehand; of a correction, whether another one is under way. */
export function useDrafting(correctsId: string | null): UseQueryResult<DraftingView> {
  const of = correctsId === null ? '' : `?corrects=${encodeURIComponent(correctsId)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'drafting', correctsId],
    queryFn: () => callServer<DraftingView>({ path: `/api/supervision/notices/drafting${of}` }),
  });
}
