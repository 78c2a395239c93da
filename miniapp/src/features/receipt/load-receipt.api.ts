import type { ReceiptView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { usePageShown } from '../../platform/page-events';
import { QUERY_KEYS } from '../../platform/query/query-keys';

function loadReceipt(reportId: string): Promise<ReceiptView> {
  return callServer<ReceiptView>({ path: `/api/reports/${reportId}/receipt` });
}

/** The receipt of the version that counts: asked again when the page is shown, since it may have been taken back elsewhere. */
export function useReceipt(reportId: string): UseQueryResult<ReceiptView> {
  const query = useQuery({ queryKey: QUERY_KEYS.receipt(reportId), queryFn: () => loadReceipt(reportId) });
  usePageShown(() => void query.refetch({ cancelRefetch: false }));
  return query;
}
