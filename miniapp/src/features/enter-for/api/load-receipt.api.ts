import type { ReceiptView } from '@jiannuo/shared/reporting';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../../../platform/http/call-server';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { handInPath, type HandIn } from '../../../ui/report/hand-in';

/** The receipt of what was entered, with what was said about it. */
export function useEnteredReceipt(handIn: HandIn): UseQueryResult<ReceiptView> {
  return useQuery({
    queryKey: QUERY_KEYS.receipt(handIn.id),
    queryFn: () => callServer<ReceiptView>({ path: `${handInPath(handIn)}/receipt` }),
  });
}
