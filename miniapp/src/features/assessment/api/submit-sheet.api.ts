import type { SheetDraft } from '@jiannuo/shared/assessment';
import { callServer } from '../../../platform/http/call-server';

/** Hands in what was read, with its total. */
export function submitSheet(
  id: string,
  body: { readonly revision: number; readonly content: SheetDraft; readonly total: string },
  idempotencyKey: string,
): Promise<unknown> {
  return callServer({ method: 'POST', path: `/api/assessments/${id}/submit`, body, idempotencyKey });
}
