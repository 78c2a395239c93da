import type { InspectionPlan, InspectionStanding } from '@jiannuo/shared/inspections';
import { callServer } from '../../../platform/http/call-server';

/** The plan that is kept on the server, and the version that was read. */
export interface KeptPlan {
  readonly id: string;
  readonly version: number;
}

/** Keeps a plan: a new one, or what was written anew. */
export function keepPlan(
  kept: KeptPlan | null,
  plan: InspectionPlan,
  idempotencyKey: string,
): Promise<InspectionStanding> {
  const shared = { method: 'POST', idempotencyKey } as const;
  if (kept === null)
    return callServer<InspectionStanding>({ ...shared, path: '/api/inspections/plans', body: { plan } });
  const path = `/api/inspections/plans/${encodeURIComponent(kept.id)}/edit`;
  return callServer<InspectionStanding>({ ...shared, path, body: { plan, version: kept.version } });
}
