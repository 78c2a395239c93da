import type { LedgerRowView, RowAction, RowRequest } from '@jiannuo/shared/ledger';
import { callServer } from '../../../platform/http/call-server';

/** Records, marks, takes back or returns a month of a measure. */
export function actOnRow(
  id: string,
  action: RowAction,
  body: RowRequest,
  idempotencyKey: string,
): Promise<LedgerRowView> {
  return callServer<LedgerRowView>({ method: 'POST', path: `/api/ledger/rows/${id}/${action}`, body, idempotencyKey });
}
