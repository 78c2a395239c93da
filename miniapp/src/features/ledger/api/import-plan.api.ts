import type { ImportRequest, PlanResult } from '@jiannuo/shared/ledger';
import { callServer } from '../../../platform/http/call-server';

/** Imports an uploaded file that was looked at before. */
export function importPlan(body: ImportRequest, idempotencyKey: string): Promise<PlanResult> {
  return callServer<PlanResult>({
    method: 'POST',
    path: '/api/ledger/import',
    body,
    idempotencyKey,
    timeout: 60_000,
  });
}
