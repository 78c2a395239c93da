import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMinutes } from '@jiannuo/shared/kernel';
import { Clock } from '../clock';
import { execute, lockRow, rowsIn, Transactions } from '../database';
import { Outbox } from '../outbox';
import type { SubscriptionEvent } from '../wechat';
import { ConsentLedger } from './consent.ledger';
import { DeliveryCommands } from './delivery.commands';
import { DeliveryStates } from './delivery.states';
import type { AttemptOutcome } from './persistence/delivery-attempt.entity';

const TOPIC = 'notifications.wechat-event';
/** An event without a message id we know belongs to a send of this time before it. */
const MATCHED_MINUTES = 30;

type SentEvent = Extract<SubscriptionEvent, { kind: 'sent' }>;
interface AttemptRow {
  readonly id: string;
  readonly deliveryId: string;
  readonly outcome: AttemptOutcome;
  readonly state: string;
  readonly appointmentId: string;
}

/** WeChat's word on what became of a message. It may come before the answer to the send, late, twice, or never. */
@Injectable()
export class SentEvents {
  constructor(
    private readonly clock: Clock,
    private readonly states: DeliveryStates,
    private readonly deliveries: DeliveryCommands,
    private readonly ledger: ConsentLedger,
  ) {}

  /** Brings the delivery of an event to where it belongs; an event about a message we do not know changes nothing. */
  async take(tx: EntityManager, event: SentEvent): Promise<void> {
    const found = await this.attemptOf(tx, event);
    if (found === null) return;
    await lockRow(tx, 'delivery', found.deliveryId);
    // What stood there may have changed until the lock was ours; another event may even have taken this attempt.
    const attempt = await this.attemptOf(tx, event);
    if (attempt?.id !== found.id) await this.take(tx, event);
    else if (event.isDelivered) await this.arrived(tx, attempt, event);
    else await this.failed(tx, attempt, event);
  }

  private async attemptOf(tx: EntityManager, event: SentEvent): Promise<AttemptRow | null> {
    return (await this.attemptWith(tx, event)) ?? (await this.openAttempt(tx, event));
  }

  private async arrived(tx: EntityManager, attempt: AttemptRow, event: SentEvent): Promise<void> {
    if (attempt.outcome === 'accepted') return;
    await this.endAttempt(tx, attempt, event, { outcome: 'accepted', reason: null });
    // The grant was counted as there while nobody knew; now it is known to be used.
    if (attempt.outcome === 'unknown')
      await this.ledger.spend(tx, { openId: event.openid, templateId: event.templateId });
    if (attempt.state === 'call-list' && (await isCalled(tx, attempt.deliveryId))) return;
    if (attempt.state !== 'already-done') {
      await this.states.end(tx, [attempt.deliveryId], { state: 'delivered', reason: null });
    }
  }

  private async failed(tx: EntityManager, attempt: AttemptRow, event: SentEvent): Promise<void> {
    if (attempt.outcome === 'refused') return;
    await this.endAttempt(tx, attempt, event, { outcome: 'refused', reason: 'not-handed-on' });
    if (attempt.state === 'already-done' || attempt.state === 'call-list') return;
    await this.states.reopen(tx, attempt.deliveryId);
    await this.deliveries.resume(tx, attempt, event.messageId);
  }

  private async endAttempt(
    tx: EntityManager,
    attempt: AttemptRow,
    event: SentEvent,
    end: { readonly outcome: AttemptOutcome; readonly reason: string | null },
  ): Promise<void> {
    const sql = 'UPDATE delivery_attempt SET outcome = ?, reason = ?, message_id = ?, ended_at = ? WHERE id = ?';
    await execute(tx, sql, [end.outcome, end.reason, event.messageId, this.clock.now(), attempt.id]);
  }

  private attemptWith(tx: EntityManager, event: SentEvent): Promise<AttemptRow | null> {
    return findAttempt(tx, 'a.message_id = ? AND a.open_id = ?', [event.messageId, event.openid]);
  }

  /** The earliest send to this account whose outcome is still open: sends to one person go one after another. */
  private openAttempt(tx: EntityManager, event: SentEvent): Promise<AttemptRow | null> {
    const since = addMinutes(this.clock.now(), -MATCHED_MINUTES);
    const where = `a.open_id = ? AND a.template_id = ? AND a.started_at >= ? AND a.message_id IS NULL
      AND a.outcome IN ('attempting', 'unknown')`;
    return findAttempt(tx, where, [event.openid, event.templateId, since]);
  }
}

/** What WeChat tells about grants and messages. It is kept at once and worked on after the answer. */
@Injectable()
export class SubscriptionEvents implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly outbox: Outbox,
    private readonly ledger: ConsentLedger,
    private readonly sent: SentEvents,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(TOPIC, async (payload) => {
      await this.take(payload as SubscriptionEvent);
      return null;
    });
  }

  /** Keeps events for later. The same event again changes nothing. */
  async keep(events: readonly SubscriptionEvent[]): Promise<void> {
    const messages = events.map((event) => ({
      topic: TOPIC,
      key: `wechat:${event.key}`.slice(0, 191),
      payload: event,
    }));
    await this.transactions.run((tx) => this.outbox.addAll(tx, messages));
  }

  private async take(event: SubscriptionEvent): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (event.kind === 'sent') return this.sent.take(tx, event);
      const source = event.kind === 'answered' ? 'popup' : 'change';
      const { openid: openId, templateId, status, key: eventKey } = event;
      return this.ledger.choose(tx, { openId, templateId, source, status, eventKey });
    });
  }
}

async function findAttempt(tx: EntityManager, where: string, values: readonly string[]): Promise<AttemptRow | null> {
  const [found] = await rowsIn<AttemptRow>(
    tx,
    `SELECT a.id, a.delivery_id AS deliveryId, a.outcome, d.state, d.appointment_id AS appointmentId
     FROM delivery_attempt a JOIN delivery d ON d.id = a.delivery_id
     WHERE ${where} ORDER BY a.started_at, a.id LIMIT 1`,
    values,
  );
  return found ?? null;
}

async function isCalled(tx: EntityManager, deliveryId: string): Promise<boolean> {
  const rows = await rowsIn(tx, 'SELECT id FROM call_result WHERE delivery_id = ? LIMIT 1', [deliveryId]);
  return rows.length > 0;
}
