import type { BurdenMonthView } from '@jiannuo/shared/burden';
import type { Period } from '@jiannuo/shared/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What a month asked of each unit. */
export function useBurdenMonth(period: Period): UseQueryResult<BurdenMonthView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.burden, 'month', period],
    queryFn: () => callServer<BurdenMonthView>({ path: `/api/burden/months/${period}` }),
  });
}
