import type { InspectedListView } from '@jiannuo/shared/inspections';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The inspections that the reader's own unit has been told of. */
export function useReceived(): UseQueryResult<InspectedListView> {
  return useQuery({
    queryKey: [...QUERY_KEYS.inspections, 'mine'],
    queryFn: () => callServer<InspectedListView>({ path: '/api/inspections/mine' }),
  });
}
