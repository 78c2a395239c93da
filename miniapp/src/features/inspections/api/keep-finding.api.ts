import type { FindingContent, FindingStanding } from '@jiannuo/shared/inspections';
import { callServer } from '../../../platform/http/call-server';

/** Where a finding is kept: as a new one of an inspection, or as another wording of one. */
export type FindingPlace = { readonly inspectionId: string } | { readonly findingId: string; readonly version: number };

/** Notes a finding, or writes it anew. */
export function keepFinding(
  place: FindingPlace,
  finding: FindingContent,
  idempotencyKey: string,
): Promise<FindingStanding> {
  const shared = { method: 'POST', idempotencyKey } as const;
  if ('inspectionId' in place) {
    const path = `/api/inspections/plans/${encodeURIComponent(place.inspectionId)}/findings`;
    return callServer<FindingStanding>({ ...shared, path, body: { finding } });
  }
  const path = `/api/inspections/findings/${encodeURIComponent(place.findingId)}/edit`;
  return callServer<FindingStanding>({ ...shared, path, body: { finding, version: place.version } });
}
