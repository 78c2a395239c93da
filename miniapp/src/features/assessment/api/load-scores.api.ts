import type { ScoreMatrixView } from '@jiannuo/shared/assessment';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** All counties' months of a year; the running or nearest year when none is named. */
export function useScores(year: number | null): UseQueryResult<ScoreMatrixView> {
  const query = year === null ? '' : `?year=${String(year)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.assessments, 'scores', year],
    queryFn: () => callServer<ScoreMatrixView>({ path: `/api/scores${query}` }),
  });
}
