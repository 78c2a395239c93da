import type { ReceiptView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The receipt of what was entered, with what was said about it. */
export function useEnteredReceipt(reportId: string): UseQueryResult<ReceiptView> {
  return useQuery({
    queryKey: QUERY_KEYS.receipt(reportId),
    queryFn: () => callServer<ReceiptView>({ path: `/api/reports/${encodeURIComponent(reportId)}/receipt` }),
  });
}
