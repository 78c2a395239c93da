import type { Clock } from '../clock';
import type { Randomness } from '../clock';
import { execute, insertRows, type Database } from './rows';
import type { Transactions } from './transactions';

/** Lets one of several servers do a piece of work, and another take over when it dies. */
export class Leases {
  /** This process's own name, new at every start. */
  readonly owner: string;

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    randomness: Randomness,
  ) {
    this.owner = randomness.bytes(12).toString('hex');
  }

  /** Takes or renews the lease for `seconds`; false when another server holds it. */
  async take(name: string, seconds: number): Promise<boolean> {
    const now = this.clock.now();
    const expiresAt = new Date(Date.parse(now) + seconds * 1000).toISOString();
    const known = await this.database.row<{ owner: string }>('SELECT owner FROM lease WHERE name = ?', [name]);
    return this.transactions.run(async (tx) => {
      if (known === null) {
        await insertRows(tx, 'lease', [{ name, owner: this.owner, expires_at: expiresAt }]);
        return true;
      }
      const sql = 'UPDATE lease SET owner = ?, expires_at = ? WHERE name = ? AND (owner = ? OR expires_at <= ?)';
      return (await execute(tx, sql, [this.owner, expiresAt, name, this.owner, now])) > 0;
    });
  }

  /** Gives the lease back, so that another server need not wait for its end. */
  async release(name: string): Promise<void> {
    await this.transactions.run((tx) =>
      execute(tx, 'DELETE FROM lease WHERE name = ? AND owner = ?', [name, this.owner]),
    );
  }
}
