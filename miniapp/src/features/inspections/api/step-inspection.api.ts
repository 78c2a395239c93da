import type { InspectionStanding, InspectionStepRequest } from '@jiannuo/shared/inspections';
import { callServer } from '../../../platform/http/call-server';

/** Takes an inspection one step on. */
export function stepInspection(
  id: string,
  body: InspectionStepRequest,
  idempotencyKey: string,
): Promise<InspectionStanding> {
  const path = `/api/inspections/plans/${encodeURIComponent(id)}/steps`;
  return callServer<InspectionStanding>({ method: 'POST', path, body, idempotencyKey });
}
