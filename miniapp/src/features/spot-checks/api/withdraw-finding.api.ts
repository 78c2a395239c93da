import { callServer } from '../../../platform/http/call-server';

/** Withdraws a finding; it stays on record. */
export function withdrawFinding(id: string, reason: string, idempotencyKey: string): Promise<{ readonly id: string }> {
  const path = `/api/spot-checks/findings/${id}/withdraw`;
  return callServer({ method: 'POST', path, body: { reason }, idempotencyKey });
}
