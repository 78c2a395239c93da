import type { EntityManager } from 'typeorm';
import { forUpdate, rowsIn, type SqlValue } from '../../../platform/database';

/**
 * The rows as they are now, locked until the transaction ends. Decisions about who may sign in never rest on a
 * snapshot: the code that was free a moment ago may have been used by now.
 */
export async function lockedRows<T extends object>(
  tx: EntityManager,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<T[]> {
  return rowsIn<T>(tx, `${sql}${forUpdate(tx)}`, parameters);
}

/** The first of the locked rows, or null. */
export async function lockedRow<T extends object>(
  tx: EntityManager,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<T | null> {
  const rows = await lockedRows<T>(tx, sql, parameters);
  return rows[0] ?? null;
}
