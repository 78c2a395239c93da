import type { LedgerItem } from '@jiannuo/shared/reporting';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

const NONE: readonly LedgerItem[] = [];

/** What the ledger offers to a report (M1); nothing while it is not known, since a report is written without it too. */
export function useLedgerOffers(reportId: string): readonly LedgerItem[] {
  const query = useQuery({
    queryKey: QUERY_KEYS.ledgerOffers(reportId),
    queryFn: () => callServer<readonly LedgerItem[]>({ path: `/api/reports/${reportId}/ledger` }),
  });
  return query.data ?? NONE;
}
