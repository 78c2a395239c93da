import { callServer } from '../../platform/http/call-server';

/** Takes the report of a receipt back before its due time; it is owed again. */
export function withdrawReport(reportId: string, idempotencyKey: string): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/reports/${reportId}/withdraw`, body: {}, idempotencyKey });
}
