import type { EntityManager } from 'typeorm';
import { execute, isSqlite, placesFor, type SqlValue } from './rows';

/**
 * Inserts rows that all have the same columns, in one statement, and passes over those that a unique index refuses.
 * Every other fault still fails, which `INSERT IGNORE` would hide.
 */
export async function insertMissing(
  tx: EntityManager,
  table: string,
  rows: readonly Readonly<Record<string, SqlValue>>[],
): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const places = `(${placesFor(columns)})`;
  const values = rows.flatMap((row) => columns.map((column) => row[column] ?? null));
  const otherwise = isSqlite(tx.dataSource)
    ? 'ON CONFLICT DO NOTHING'
    : `ON DUPLICATE KEY UPDATE ${columns[0] ?? 'id'} = ${columns[0] ?? 'id'}`;
  const all = rows.map(() => places).join(', ');
  await execute(tx, `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${all} ${otherwise}`, values);
}
