import type { MeasureFacts, OwnOne } from '@jiannuo/shared/ledger';
import { callServer } from '../../../platform/http/call-server';

/** Fills in what is missing of a measure's six ones. */
export function fillOnes(
  measureId: string,
  ones: Partial<Record<OwnOne, string>>,
  idempotencyKey: string,
): Promise<MeasureFacts> {
  const path = `/api/ledger/measures/${measureId}/ones`;
  return callServer<MeasureFacts>({ method: 'PUT', path, body: ones, idempotencyKey });
}
