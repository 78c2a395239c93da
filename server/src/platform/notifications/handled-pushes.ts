import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '../clock';
import { Database, execute, Transactions } from '../database';
import { insertMissing } from '../database/insert-missing';
import type { ReplayStore } from '../wechat';

/** Which pushes of WeChat were handled, for all servers together. */
@Injectable()
export class HandledPushes implements ReplayStore {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async isHandled(key: string): Promise<boolean> {
    const sql = 'SELECT digest FROM handled_push WHERE digest = ? AND kept_until > ?';
    return (await this.database.row(sql, [digestOf(key), this.clock.now()])) !== null;
  }

  async remember(key: string, until: string): Promise<void> {
    const digest = digestOf(key);
    await this.transactions.run(async (tx) => {
      await execute(tx, 'DELETE FROM handled_push WHERE digest = ? OR kept_until <= ?', [digest, this.clock.now()]);
      await insertMissing(tx, 'handled_push', [{ digest, kept_until: until }]);
    });
  }
}

function digestOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
