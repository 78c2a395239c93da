import type { ImportPreview } from '@jiannuo/shared/ledger';
import { callServer } from '../../../platform/http/call-server';

/** What an import of an uploaded file would change. */
export function previewImport(year: number, attachmentId: string): Promise<ImportPreview> {
  const path = `/api/ledger/import?year=${String(year)}&attachmentId=${encodeURIComponent(attachmentId)}`;
  return callServer<ImportPreview>({ path, timeout: 60_000 });
}
