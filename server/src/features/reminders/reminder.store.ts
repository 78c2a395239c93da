import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { batchesOf, Database, isDuplicate, placesFor, Transactions } from '../../platform/database';
import { DeliveryCommands, type DeliveryOrder } from '../../platform/notifications';
import { RETURN_SLOT, type Reminder } from './reminder.orders';

/** Orders that one transaction carries. */
const ORDERS_AT_ONCE = 50;

interface KnownRow {
  readonly subjectId: string;
  readonly slot: string;
  readonly appointmentId: string;
}

/** Knows which reminders were ordered before, and orders new ones so that none is ordered twice. */
@Injectable()
export class ReminderStore {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly deliveries: DeliveryCommands,
  ) {}

  /** The reminders that nobody has ordered yet. */
  async withoutKnown(reminders: readonly Reminder[]): Promise<readonly Reminder[]> {
    const known = await this.known([...new Set(reminders.map((reminder) => reminder.obligation.id))]);
    return reminders.filter(({ obligation, slot, contact }) => {
      return !known.has(keyOf({ subjectId: obligation.id, slot, appointmentId: contact?.appointmentId ?? '' }));
    });
  }

  /** When the officers were told of returns, by the correction that each opened. */
  async returnsTold(correctionIds: readonly string[]): Promise<ReadonlyMap<string, Instant>> {
    const told = new Map<string, Instant>();
    const ids = [...new Set(correctionIds)];
    for (const some of batchesOf(ids)) {
      const rows = await this.database.rows<{ id: string; at: Instant }>(
        `SELECT s.subject_id AS id, d.created_at AS at FROM delivery_subject s JOIN delivery d ON d.id = s.delivery_id
         WHERE s.slot = ? AND s.subject_id IN (${placesFor(some)})`,
        [RETURN_SLOT, ...some],
      );
      for (const { id, at } of rows) told.set(id, at);
    }
    return told;
  }

  /** Orders deliveries, some at a time; answers how many of their subjects were new. Another server may be at the same. */
  async order(orders: readonly DeliveryOrder[]): Promise<number> {
    let ordered = 0;
    for (const some of batchesOf(orders, ORDERS_AT_ONCE)) {
      ordered += await this.orderSome(some);
    }
    return ordered;
  }

  private async orderSome(orders: readonly DeliveryOrder[]): Promise<number> {
    try {
      return await this.transactions.run((tx) => this.deliveries.order(tx, orders));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      // Somebody else ordered some of these at this moment: the unique index has spoken, and the rest is still to do.
      return this.orderSome(orders);
    }
  }

  private async known(obligationIds: readonly string[]): Promise<ReadonlySet<string>> {
    const known = new Set<string>();
    for (const some of batchesOf(obligationIds)) {
      const rows = await this.database.rows<KnownRow>(
        `SELECT subject_id AS subjectId, slot, appointment_id AS appointmentId FROM delivery_subject
         WHERE subject_id IN (${placesFor(some)})`,
        some,
      );
      for (const row of rows) known.add(keyOf(row));
    }
    return known;
  }
}

function keyOf({ subjectId, slot, appointmentId }: KnownRow): string {
  return `${subjectId} ${slot} ${appointmentId}`;
}
