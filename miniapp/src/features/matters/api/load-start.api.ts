import type { MatterStartView, ProblemLine } from '@jiannuo/shared/coordination';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** Whom a new matter can concern, and the problem of an own report that it is written from. */
export function useMatterStart(problem: ProblemLine | null): UseQueryResult<MatterStartView> {
  const from =
    problem === null
      ? ''
      : `?reportId=${encodeURIComponent(problem.reportId)}&lineId=${encodeURIComponent(problem.lineId)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.matters, 'start', from],
    queryFn: () => callServer<MatterStartView>({ path: `/api/matters/start${from}` }),
  });
}
