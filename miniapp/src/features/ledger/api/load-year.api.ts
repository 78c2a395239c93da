import type { LedgerYearView } from '@jiannuo/shared/ledger';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The running or nearest year at a glance: the units that the reader may see. */
export function useLedgerYear(): UseQueryResult<LedgerYearView> {
  return useQuery({
    queryKey: QUERY_KEYS.ledgerYear,
    queryFn: () => callServer<LedgerYearView>({ path: '/api/ledger/year' }),
  });
}
