import type { ReceiptView, ReportContent, ReturnAnswer } from '@jiannuo/shared/reporting';
import { callServer } from '../../../platform/http/call-server';

/** What is handed in, and the draft revision it stands upon. */
export interface SubmitRequest {
  readonly revision: number;
  readonly device: string;
  readonly content: ReportContent;
  readonly answers?: readonly ReturnAnswer[];
}

/** Hands the report in. The same key for the same content: however often it is sent, it is one hand-in. */
export function submitReport(reportId: string, request: SubmitRequest, idempotencyKey: string): Promise<ReceiptView> {
  return callServer<ReceiptView>({
    method: 'POST',
    path: `/api/reports/${reportId}/submit`,
    body: request,
    idempotencyKey,
    timeout: 30_000,
  });
}
