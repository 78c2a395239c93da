import type { CoverageView } from '@jiannuo/shared/coordination';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { correctClock } from '../../../platform/clock';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** Whom the lead unit talked with, month by month of the year that runs. */
export function useCoverage(): UseQueryResult<CoverageView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.contacts, 'coverage'],
    queryFn: async () => {
      const view = await callServer<CoverageView>({ path: '/api/contacts/coverage' });
      correctClock(view.serverNow);
      return view;
    },
  });
}
