import type { EntityManager } from 'typeorm';
import type { ReportContent } from '@jiannuo/shared/reporting';
import { rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';

/** The files that a content names, each once. */
export function attachmentIdsOf(content: ReportContent): readonly string[] {
  const ids = new Set<string>();
  for (const heading of content.headings) {
    for (const item of heading.items) {
      for (const evidence of item.evidence) {
        if (evidence.attachmentId !== null) ids.add(evidence.attachmentId);
      }
    }
  }
  if (content.signOff.sealAttachmentId !== null) ids.add(content.signOff.sealAttachmentId);
  return [...ids];
}

/** Refuses files that were never uploaded, or that belong to a unit not named. One statement, none without files. */
export async function checkAttachments(
  tx: EntityManager,
  ids: readonly string[],
  unitIds: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await rowsIn<{ id: string }>(
    tx,
    `SELECT id FROM attachment WHERE unit_id IN (${places(unitIds)}) AND id IN (${places(ids)})`,
    [...unitIds, ...ids],
  );
  if (rows.length < new Set(ids).size) throw DomainError.invalid('reporting.attachment-unknown');
}

function places(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
