import type { Period } from '@jiannuo/shared/kernel';
import type { SpotCheckView } from '@jiannuo/shared/spot-checks';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { correctClock } from '../../../platform/clock';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** A month's draw with its proof, without a month the running or nearest one's; the one before stays while another is asked. */
export function useSpotCheck(period: Period | null): UseQueryResult<SpotCheckView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.spotChecks, period],
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const view = await callServer<SpotCheckView>({
        path: `/api/spot-checks${period === null ? '' : `?period=${period}`}`,
      });
      correctClock(view.serverNow);
      return view;
    },
  });
}
