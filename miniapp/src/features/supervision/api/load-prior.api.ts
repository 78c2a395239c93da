import type { Prior } from '@jiannuo/shared/supervision';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** How many units are asked about; their ids travel in the address. */
const MOST_UNITS = 40;

/** What these units had before; asks nothing without a unit. */
export function usePrior(unitIds: readonly string[]): UseQueryResult<Prior> {
  const units = unitIds.slice(0, MOST_UNITS).join(',');
  return useQuery({
    queryKey: [...QUERY_KEYS.supervision, 'prior', units],
    queryFn: () => callServer<Prior>({ path: `/api/supervision/prior?units=${units}` }),
    enabled: units !== '',
  });
}
