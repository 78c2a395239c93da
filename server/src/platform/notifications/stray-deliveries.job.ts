import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMinutes, type Instant } from '@jiannuo/shared/kernel';
import { Database, Transactions } from '../database';
import { Log } from '../logging';
import { Ticker } from '../schedule';
import { DELIVERY_TOPIC } from './delivery.commands';
import { DeliveryStates } from './delivery.states';

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
       ORDER BY updated_at`,
      [before, before],
    );
    if (rows.length === 0) return;
    const moving = await this.moving();
    const strays = rows.flatMap(({ id }) => (moving.has(id) ? [] : [id])).slice(0, SWEPT_AT_ONCE);
    if (strays.length === 0) return;
    this.log.error({ deliveries: strays }, 'Deliveries that nothing moves any more go on the call list.');
    await this.transactions.run((tx) => this.states.end(tx, strays, { state: 'call-list', reason: 'lost' }));
  }

  /** All that a message still moves: a night of quiet hours holds thousands, which must not hide the one that is lost. */
  private async moving(): Promise<ReadonlySet<string>> {
    const sql = `SELECT dedupe_key AS name FROM outbox_message WHERE topic = ? AND state = 'waiting'`;
    const found = await this.database.rows<{ name: string }>(sql, [DELIVERY_TOPIC]);
    return new Set(found.map(({ name }) => name.split(':')[1] ?? ''));
  }
}
