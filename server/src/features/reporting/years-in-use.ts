import type { EntityManager } from 'typeorm';
import { rowsIn } from '../../platform/database';

/** Whether a report of the group's year has been begun, inside the transaction that asks: its form is then being filled. */
export async function hasReports(tx: EntityManager, groupId: string, year: number): Promise<boolean> {
  const sql = 'SELECT id FROM report WHERE group_id = ? AND period BETWEEN ? AND ? LIMIT 1';
  return (await rowsIn(tx, sql, [groupId, `${String(year)}-01`, `${String(year)}-12`])).length > 0;
}
