import type { BurdenUnitView } from '@jiannuo/shared/burden';
import type { Period } from '@jiannuo/shared/kernel';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What is behind the numbers of one unit's month. */
export function useBurdenUnit(period: Period, unitId: string): UseQueryResult<BurdenUnitView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.burden, 'unit', period, unitId],
    queryFn: () => callServer<BurdenUnitView>({ path: `/api/burden/months/${period}/units/${unitId}` }),
  });
}
