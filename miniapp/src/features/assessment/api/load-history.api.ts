import type { ScoreHistoryView } from '@jiannuo/shared/assessment';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** A county's months of a year; the reader's own unit, the running or nearest year when none is named. */
export function useScoreHistory(unitId: string | null, year: number | null): UseQueryResult<ScoreHistoryView> {
  const query = [
    ...(unitId === null ? [] : [`unitId=${unitId}`]),
    ...(year === null ? [] : [`year=${String(year)}`]),
  ].join('&');
  return useQuery({
    queryKey: [...QUERY_KEYS.assessments, 'history', unitId, year],
    queryFn: () => callServer<ScoreHistoryView>({ path: `/api/scores/history${query === '' ? '' : `?${query}`}` }),
  });
}
