import type { ReceiptView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../platform/http/call-server';
import { usePageShown } from '../../platform/page-events';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { handInPath, type HandIn } from '../../ui/report/hand-in';

function loadReceipt(handIn: HandIn): Promise<ReceiptView> {
  return callServer<ReceiptView>({ path: `${handInPath(handIn)}/receipt` });
}

/** The receipt of what counts: asked again when the page is shown, since it may have been taken back elsewhere. */
export function useReceipt(handIn: HandIn): UseQueryResult<ReceiptView> {
  const query = useQuery({ queryKey: QUERY_KEYS.receipt(handIn.id), queryFn: () => loadReceipt(handIn) });
  usePageShown(() => void query.refetch({ cancelRefetch: false }));
  return query;
}
