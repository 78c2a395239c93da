import type { InspectionView } from '@jiannuo/shared/inspections';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One inspection with its findings; asks nothing without an id. */
export function useInspection(id: string | null): UseQueryResult<InspectionView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.inspections, 'plan', id],
    queryFn: () => callServer<InspectionView>({ path: `/api/inspections/plans/${encodeURIComponent(id ?? '')}` }),
    enabled: id !== null,
  });
}
