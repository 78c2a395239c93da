import type { EnterForRequest, ReceiptView } from '@jiannuo/shared/reporting';
import { callServer } from '../../../platform/http/call-server';

/** Enters for a unit what came by e-mail, paper, fax or telephone; answers its receipt. */
export function enterHandIn(body: EnterForRequest, idempotencyKey: string): Promise<ReceiptView> {
  return callServer<ReceiptView>({ method: 'POST', path: '/api/reports/enter-for', body, idempotencyKey });
}
