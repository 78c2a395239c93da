import type { ConcealableView } from '@jiannuo/shared/inspections';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What a unit handed in, the latest first; asks nothing before a unit is chosen. */
export function useRecords(unitId: string): UseQueryResult<ConcealableView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.inspections, 'records', unitId],
    queryFn: () =>
      callServer<ConcealableView>({ path: `/api/inspections/findings/records?unitId=${encodeURIComponent(unitId)}` }),
    enabled: unitId !== '',
  });
}
