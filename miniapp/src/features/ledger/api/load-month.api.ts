import type { Period } from '@jiannuo/shared/kernel';
import type { LedgerMonthView } from '@jiannuo/shared/ledger';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** One unit's month: the reader's own when no unit is named, the running or nearest one when no month is. */
export function useLedgerMonth(period: Period | null, unitId: string | null): UseQueryResult<LedgerMonthView> {
  const asked = [
    ...(period === null ? [] : [`period=${period}`]),
    ...(unitId === null ? [] : [`unitId=${encodeURIComponent(unitId)}`]),
  ];
  return useQuery({
    queryKey: QUERY_KEYS.ledgerMonth(period, unitId),
    queryFn: () => callServer<LedgerMonthView>({ path: `/api/ledger/month?${asked.join('&')}` }),
  });
}
