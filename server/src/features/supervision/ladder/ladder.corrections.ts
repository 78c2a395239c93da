import type { EntityManager } from 'typeorm';
import { batchesOf, placesFor, type Database } from '../../../platform/database';

/** How many notices are asked about at once. */
const AT_ONCE = 150;

interface Correction {
  readonly id: string;
  readonly correctsId: string;
}

/** Which notice each of these corrects, and each of those in turn. */
export async function correctedBy(
  database: Pick<Database, 'rows'>,
  noticeIds: readonly string[],
  tx?: EntityManager,
): Promise<ReadonlyMap<string, string>> {
  const corrected = new Map<string, string>();
  let ids = noticeIds;
  while (ids.length > 0) {
    const found: string[] = [];
    for (const some of batchesOf(ids, AT_ONCE)) {
      const sql = `SELECT id, corrects_id AS correctsId FROM supervision_notice
        WHERE corrects_id IS NOT NULL AND id IN (${placesFor(some)})`;
      for (const { id, correctsId } of await database.rows<Correction>(sql, some, tx)) {
        corrected.set(id, correctsId);
        found.push(correctsId);
      }
    }
    ids = found;
  }
  return corrected;
}

/** A notice and those which it corrects: a rung that follows any of them is out, and does not come a second time. */
export function rungsOf(noticeId: string | null, corrected: ReadonlyMap<string, string>): readonly string[] {
  if (noticeId === null) return [];
  return [noticeId, ...rungsOf(corrected.get(noticeId) ?? null, corrected)];
}
