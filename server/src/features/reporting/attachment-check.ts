import type { EntityManager } from 'typeorm';
import { evidenceIn, type ReportContent } from '@jiannuo/shared/reporting';
import { placesFor, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';

/** The files that a content names, each once. */
export function attachmentIdsOf(content: ReportContent): readonly string[] {
  const ids = new Set<string>();
  for (const { attachmentId } of evidenceIn(content)) {
    if (attachmentId !== null) ids.add(attachmentId);
  }
  if (content.signOff.sealAttachmentId !== null) ids.add(content.signOff.sealAttachmentId);
  return [...ids];
}

/** Whose files a report may name: all of a unit's, or only those that it has handed in once. */
export interface FileOwner {
  readonly unitId: string;
  readonly isHandedIn?: true;
}

/** Refuses files that were never uploaded, or that belong to no owner named. One statement, none without files. */
export async function checkAttachments(
  tx: EntityManager,
  ids: readonly string[],
  owners: readonly FileOwner[],
): Promise<void> {
  if (ids.length === 0) return;
  const owned = owners.map(({ isHandedIn }) => `unit_id = ?${isHandedIn ? ' AND handed_in_at IS NOT NULL' : ''}`);
  const rows = await rowsIn<{ id: string }>(
    tx,
    `SELECT id FROM attachment WHERE reserved_for = '' AND (${owned.join(' OR ')}) AND id IN (${placesFor(ids)})`,
    [...owners.map(({ unitId }) => unitId), ...ids],
  );
  if (rows.length < new Set(ids).size) throw DomainError.invalid('reporting.attachment-unknown');
}
