import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMinutes, type Instant } from '@jiannuo/shared/kernel';
import { Database, Transactions } from '../database';
import { Log } from '../logging';
import { Ticker } from '../schedule';
import { DELIVERY_TOPIC } from './delivery.commands';
import { DeliveryStates, placesFor } from './delivery.states';

/** How long a delivery may stand without anything under way before somebody has to call. */
const STRAY_MINUTES = 10;
const SWEPT_AT_ONCE = 200;

/**
 * The last net under the promise that every delivery comes to rest: one that is not at rest and that no message of the
 * outbox moves any more, because its handler failed for good, goes on the call list.
 */
@Injectable()
export class StrayDeliveriesJob implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly states: DeliveryStates,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.ticker.register({ name: 'stray-deliveries', everySeconds: 60, run: (now) => this.sweep(now) });
  }

  /** Puts strays on the call list. */
  async sweep(now: Instant): Promise<void> {
    const before = addMinutes(now, -STRAY_MINUTES);
    const rows = await this.database.rows<{ id: string }>(
      `SELECT id FROM delivery WHERE state IN ('planned', 'sending', 'unknown') AND updated_at < ? AND send_at < ?
       ORDER BY updated_at LIMIT ${String(SWEPT_AT_ONCE)}`,
      [before, before],
    );
    const moving = await this.movingOf(rows.map((row) => row.id));
    const strays = rows.map((row) => row.id).filter((id) => !moving.has(id));
    if (strays.length === 0) return;
    this.log.error({ deliveries: strays }, 'Deliveries that nothing moves any more go on the call list.');
    await this.transactions.run((tx) => this.states.end(tx, strays, { state: 'call-list', reason: 'lost' }));
  }

  private async movingOf(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const keys = ids.map((id) => `delivery:${id}`);
    const again = ids.map(() => 'dedupe_key LIKE ?').join(' OR ');
    const sql = `SELECT dedupe_key AS name FROM outbox_message
      WHERE topic = ? AND state = 'waiting' AND (dedupe_key IN (${placesFor(keys)}) OR ${again})`;
    const found = await this.database.rows<{ name: string }>(sql, [
      DELIVERY_TOPIC,
      ...keys,
      ...keys.map((key) => `${key}:%`),
    ]);
    return new Set(found.map((row) => row.name.split(':')[1] ?? ''));
  }
}
