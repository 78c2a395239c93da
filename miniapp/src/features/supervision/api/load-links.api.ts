import type { LinkChoicesView } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** How many units are asked about; their ids travel in the address. */
const MOST_UNITS = 40;

/** What a notice to these units can be about; of every unit where there are none, or too many to name. */
export function useLinkChoices(unitIds: readonly string[], find: string): UseQueryResult<LinkChoicesView> {
  const units = unitIds.length > MOST_UNITS ? '' : unitIds.join(',');
  const path = `/api/supervision/links?units=${units}&find=${encodeURIComponent(find)}`;
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'links', units, find],
    queryFn: () => callServer<LinkChoicesView>({ path }),
    placeholderData: (previous) => previous,
  });
}
