import type { ReceiptView } from '@jiannuo/shared/reporting';
import { useQuery } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';

/** The receipt of what is being read: its number, and whether it came in time. Undefined until it is known. */
export function useReviewedReceipt(reportId: string): ReceiptView | undefined {
  return useQuery({
    queryKey: QUERY_KEYS.receipt(reportId),
    queryFn: () => callServer<ReceiptView>({ path: `/api/reports/${reportId}/receipt` }),
  }).data;
}
