import type { LookView } from '@jiannuo/shared/burden';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** What is about to be asked, the obligation that it is about, and the notice that it corrects; empty for none. */
interface Asked {
  readonly ask: string;
  readonly linkId: string;
  readonly correctsId: string;
}

/** How units stand before something is asked of them; asks nothing without units. */
export function useLook(unitIds: readonly string[], { ask, linkId, correctsId }: Asked): UseQueryResult<LookView> {
  const units = unitIds.join(',');
  return useQuery({
    queryKey: [...QUERY_KEYS.burden, 'look', units, ask, linkId, correctsId],
    queryFn: () => {
      const asked = `units=${encodeURIComponent(units)}&ask=${encodeURIComponent(ask)}&link=${linkId}`;
      const path = `/api/burden/look?${asked}&corrects=${correctsId}`;
      return callServer<LookView>({ path });
    },
    enabled: units !== '',
    placeholderData: (before) => before,
  });
}
