import type { FindingStanding, FindingStepRequest } from '@jiannuo/shared/inspections';
import { callServer } from '../../../platform/http/call-server';

/** What a step carries; what it does not need is left out. */
export type FindingStepBody = Pick<FindingStepRequest, 'action'> & Partial<Omit<FindingStepRequest, 'action'>>;

/** Takes a finding one step on. */
export function stepFinding(id: string, body: FindingStepBody, idempotencyKey: string): Promise<FindingStanding> {
  const path = `/api/inspections/findings/${encodeURIComponent(id)}/steps`;
  return callServer<FindingStanding>({ method: 'POST', path, body, idempotencyKey });
}
