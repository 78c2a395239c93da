import type { NoticeContent, NoticeDraftRequest, NoticeStanding } from '@jiannuo/shared/supervision';
import { callServer } from '../../../platform/http/call-server';

/** The draft that is kept on the server, and the version that was read. */
export interface KeptDraft {
  readonly id: string;
  readonly version: number;
}

/** Keeps a draft: a new one, or what was written anew. */
export function keepDraft(
  kept: KeptDraft | null,
  draft: NoticeDraftRequest,
  idempotencyKey: string,
): Promise<NoticeStanding> {
  const shared = { method: 'POST', idempotencyKey } as const;
  if (kept === null) return callServer<NoticeStanding>({ ...shared, path: '/api/supervision/notices', body: draft });
  const body: { readonly version: number; readonly content: NoticeContent } = {
    version: kept.version,
    content: draft.content,
  };
  return callServer<NoticeStanding>({ ...shared, path: `/api/supervision/notices/${kept.id}/edit`, body });
}
