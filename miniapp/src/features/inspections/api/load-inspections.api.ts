import type { InspectionListView } from '@jiannuo/shared/inspections';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The lead unit's inspections: what is not over, then a page of the rest, from an instant backwards. */
export function useInspections(before: string | null): UseQueryResult<InspectionListView> {
  const rest = before === null ? '' : `?before=${encodeURIComponent(before)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.inspections, 'plans', before],
    queryFn: () => callServer<InspectionListView>({ path: `/api/inspections/plans${rest}` }),
  });
}
