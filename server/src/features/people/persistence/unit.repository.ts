import type { EntityManager } from 'typeorm';
import type { UnitKind } from '@jiannuo/shared/people';
import { rowsIn } from '../../../platform/database';
import { lockedRow } from './locked-rows';

/** What commands need to know of a unit. */
export interface UnitFacts {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly kind: UnitKind;
}

interface Row {
  readonly id: string;
  readonly group_id: string;
  readonly name: string;
  readonly kind: UnitKind;
}

/** A unit of a group, locked so that nobody else changes who works in it; null when the group has no such unit. */
export async function lockedUnit(tx: EntityManager, groupId: string, unitId: string): Promise<UnitFacts | null> {
  const sql = 'SELECT id, group_id, name, kind FROM unit WHERE id = ? AND group_id = ?';
  const row = await lockedRow<Row>(tx, sql, [unitId, groupId]);
  return row === null ? null : { id: row.id, groupId: row.group_id, name: row.name, kind: row.kind };
}

/** A unit's everyday name, for a sentence; empty when there is no such unit. */
export async function unitNameOf(tx: EntityManager, unitId: string): Promise<string> {
  const rows = await rowsIn<{ name: string }>(tx, 'SELECT name FROM unit WHERE id = ?', [unitId]);
  return rows[0]?.name ?? '';
}
