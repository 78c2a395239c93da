import type { SheetDraft } from '@jiannuo/shared/assessment';
import { callServer } from '../../../platform/http/call-server';

/** Keeps the county's part of its sheet with the server. */
export function saveSheet(
  id: string,
  body: { readonly revision: number; readonly content: SheetDraft },
  idempotencyKey: string,
): Promise<{ readonly revision: number; readonly savedAt: string }> {
  return callServer<{ readonly revision: number; readonly savedAt: string }>({
    method: 'PUT',
    path: `/api/assessments/${id}/draft`,
    body,
    idempotencyKey,
  });
}
