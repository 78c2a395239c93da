import type { EntityManager } from 'typeorm';
import type { UnitKind } from '@jiannuo/shared/people';
import { placesFor, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';

/** Refuses a team that names anybody but present officers of the lead unit. */
export async function checkMembers(tx: EntityManager, groupId: string, ids: readonly string[]): Promise<void> {
  const rows = await rowsIn(
    tx,
    `SELECT id FROM appointment WHERE group_id = ? AND role = 'lead-officer' AND ended_at IS NULL
       AND id IN (${placesFor(ids)})`,
    [groupId, ...ids],
  );
  if (rows.length < ids.length) throw DomainError.invalid('inspections.member-unfit');
}

/** The kinds of those units among these that belong to the group. */
export async function unitKindsOf(
  tx: EntityManager,
  groupId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UnitKind>> {
  if (ids.length === 0) return new Map();
  const sql = `SELECT id, kind FROM unit WHERE group_id = ? AND id IN (${placesFor(ids)})`;
  const rows = await rowsIn<{ id: string; kind: UnitKind }>(tx, sql, [groupId, ...ids]);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}
