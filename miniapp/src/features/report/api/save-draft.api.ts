import type { DraftChange, DraftView } from '@jiannuo/shared/reporting';
import { callServer } from '../../../platform/http/call-server';

/** What one device changed since the revision it last saw. */
export interface SaveDraftRequest {
  readonly revision: number;
  readonly device: string;
  readonly changes: readonly DraftChange[];
}

/** Merges this device's changes into the draft on the server; sending them twice changes nothing more. */
export function saveDraft(reportId: string, request: SaveDraftRequest): Promise<DraftView> {
  return callServer<DraftView>({ method: 'PUT', path: `/api/reports/${reportId}/draft`, body: request });
}
