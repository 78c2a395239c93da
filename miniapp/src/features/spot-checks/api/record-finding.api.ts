import type { FindingRequest } from '@jiannuo/shared/spot-checks';
import { callServer } from '../../../platform/http/call-server';

/** Records what was found about a measure. */
export function recordFinding(body: FindingRequest, idempotencyKey: string): Promise<{ readonly id: string }> {
  return callServer({ method: 'POST', path: '/api/spot-checks/findings', body, idempotencyKey });
}
