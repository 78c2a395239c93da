import type { FindingNotice } from '@jiannuo/shared/inspections';
import type { NoticeStanding } from '@jiannuo/shared/supervision';
import { callServer } from '../../../platform/http/call-server';

/** Drafts a notice with what a finding says. */
export function draftNotice(id: string, kind: FindingNotice, idempotencyKey: string): Promise<NoticeStanding> {
  const path = `/api/inspections/findings/${encodeURIComponent(id)}/notice`;
  return callServer<NoticeStanding>({ method: 'POST', path, body: { kind }, idempotencyKey });
}
