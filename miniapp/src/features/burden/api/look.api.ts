import type { LookView } from '@jiannuo/shared/burden';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** How units stand before something is asked of them; asks nothing without units. */
export function useLook(unitIds: readonly string[], ask: string, correctsId: string): UseQueryResult<LookView> {
  const units = unitIds.join(',');
  return useQuery({
    queryKey: [...QUERY_KEYS.burden, 'look', units, ask, correctsId],
    queryFn: () => {
      const path = `/api/burden/look?units=${encodeURIComponent(units)}&ask=${encodeURIComponent(ask)}&corrects=${correctsId}`;
      return callServer<LookView>({ path });
    },
    enabled: units !== '',
    placeholderData: (before) => before,
  });
}
