import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { execute, insertRows, rowsIn, type Database } from './rows';

/** Small named texts that all servers share and that outlive a restart. */
export class StoredValues {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The text kept under `name`, or null. */
  async find(name: string): Promise<string | null> {
    const row = await this.database.row<{ value: string }>('SELECT value FROM stored_value WHERE name = ?', [name]);
    return row?.value ?? null;
  }

  /** The same inside a transaction. */
  async findIn(tx: EntityManager, name: string): Promise<string | null> {
    const rows = await rowsIn<{ value: string }>(tx, 'SELECT value FROM stored_value WHERE name = ?', [name]);
    return rows[0]?.value ?? null;
  }

  /** Keeps `value` under `name`, in place of what was there. */
  async put(tx: EntityManager, name: string, value: string): Promise<void> {
    const now = this.clock.now();
    const isKnown = (await this.findIn(tx, name)) !== null;
    if (isKnown)
      await execute(tx, 'UPDATE stored_value SET value = ?, updated_at = ? WHERE name = ?', [value, now, name]);
    else await insertRows(tx, 'stored_value', [{ name, value, updated_at: now }]);
  }
}
