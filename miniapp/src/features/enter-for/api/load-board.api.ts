import type { Period } from '@jiannuo/shared/kernel';
import { boardOfAnswer, type BoardAnswer, type BoardView } from '@jiannuo/shared/obligations';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The month's board: from it one chooses for whom and for what something is entered. */
export function useMonth(period: Period): UseQueryResult<BoardView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.board, period],
    queryFn: async () => boardOfAnswer(await callServer<BoardAnswer>({ path: `/api/board?period=${period}` })),
  });
}
