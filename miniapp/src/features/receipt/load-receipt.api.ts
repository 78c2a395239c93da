import type { ReceiptView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { QUERY_KEYS } from '../../platform/query/query-keys';

function loadReceipt(reportId: string): Promise<ReceiptView> {
  return callServer<ReceiptView>({ path: `/api/reports/${reportId}/receipt` });
}

/** The receipt of the version that counts. */
export function useReceipt(reportId: string): UseQueryResult<ReceiptView> {
  return useQuery({ queryKey: QUERY_KEYS.receipt(reportId), queryFn: () => loadReceipt(reportId) });
}
