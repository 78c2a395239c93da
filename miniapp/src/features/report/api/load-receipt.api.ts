import type { ReceiptView } from '@jiannuo/shared/reporting';
import { callServer } from '../../../platform/http/call-server';

/** The receipt of the version that counts; refused while none is in. */
export function loadReceipt(reportId: string): Promise<ReceiptView> {
  return callServer<ReceiptView>({ path: `/api/reports/${reportId}/receipt` });
}
