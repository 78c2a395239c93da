import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { MessagePurpose } from '@jiannuo/shared/notifications';
import { Clock, Ids } from '../clock';
import { insertRows, placesFor, rowsIn } from '../database';
import { Outbox } from '../outbox';
import { InboxCommands, type NewNotice } from './inbox.commands';

/** The outbox topic under which deliveries travel. */
export const DELIVERY_TOPIC = 'notifications.deliver';

/** What travels under it. */
export interface DeliveryPayload {
  readonly deliveryId: string;
  /** Empty when there is nobody. */
  readonly appointmentId: string;
}

/** A message that a feature wants one person to get. */
export interface DeliveryOrder {
  readonly groupId: string;
  readonly unitId: string;
  /** Null when the unit has nobody in the post: it goes straight to the call list. */
  readonly appointmentId: string | null;
  readonly purpose: MessagePurpose;
  /** The registered kind of its subjects. */
  readonly subjectKind: string;
  /** What the call list says it is about, at most 200 characters. */
  readonly about: string;
  /** Asked for by a person's own tap, which quiet hours do not hold back. */
  readonly isPersonal: boolean;
  readonly sendAt: Instant;
  /** From then on it is of no use; null when it always is. */
  readonly staleAt: Instant | null;
  readonly subjects: readonly SubjectOrder[];
  /** Lines for the inbox; the first is what a tap on the message opens. */
  readonly notices: readonly Omit<NewNotice, 'groupId' | 'appointmentId' | 'key'>[];
}
/** One thing a delivery tells of. `slot` names what makes it the only one: the same subject, slot and person is told once. */
export interface SubjectOrder {
  readonly id: string;
  readonly slot: string;
  readonly title: string;
  readonly dueAt: Instant;
}

/** Takes orders for messages; sending them is the courier's work. */
@Injectable()
export class DeliveryCommands {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly inbox: InboxCommands,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Takes orders in the caller's transaction: the inbox gets its notice at once, the other channels follow after the
   * commit. What a person was told of in the same slot before is left out; where two do it at the same moment, the
   * database refuses the second whole. Answers how many subjects were new. Ask for at most 200.
   */
  async order(tx: EntityManager, orders: readonly DeliveryOrder[]): Promise<number> {
    const made = (await notOrdered(tx, orders)).map((order) => ({ order, id: this.ids.next() }));
    if (made.length === 0) return 0;
    const noticeIds = await this.putNotices(tx, made);
    await insertRows(
      tx,
      'delivery',
      made.map((each) => this.deliveryRow(each, noticeIds.get(each.id) ?? null)),
    );
    await insertRows(
      tx,
      'delivery_subject',
      made.flatMap((each) => this.subjectRows(each)),
    );
    const messages = made.map(({ id, order }) => ({
      topic: DELIVERY_TOPIC,
      key: `delivery:${id}`,
      payload: { deliveryId: id, appointmentId: order.appointmentId ?? '' } satisfies DeliveryPayload,
      dueAt: order.sendAt,
    }));
    await this.outbox.addAll(tx, messages);
    return made.reduce((sum, { order }) => sum + order.subjects.length, 0);
  }

  /** Sends a delivery on its way again, at most once for each `cause`. */
  async resume(tx: EntityManager, delivery: DeliveryPayload, cause: string): Promise<void> {
    const key = `delivery:${delivery.deliveryId}:${cause}`;
    await this.outbox.add(tx, { topic: DELIVERY_TOPIC, key, payload: delivery });
  }

  private async putNotices(tx: EntityManager, made: readonly Made[]): Promise<ReadonlyMap<string, string>> {
    const written = made.flatMap(({ order, id }) => {
      const { notices, appointmentId, groupId } = order;
      if (appointmentId === null) return [];
      return notices.map((notice, index) => {
        const key = `delivery:${id}:${String(index)}`;
        return { id, isFirst: index === 0, notice: { ...notice, groupId, appointmentId, key } };
      });
    });
    const noticeIds = await this.inbox.put(
      tx,
      written.map((each) => each.notice),
    );
    const firsts = written.flatMap((each, index) => (each.isFirst ? [[each.id, noticeIds[index] ?? ''] as const] : []));
    return new Map(firsts);
  }

  private deliveryRow({ order, id }: Made, noticeId: string | null): Record<string, string | boolean | null> {
    const now = this.clock.now();
    return {
      id,
      group_id: order.groupId,
      unit_id: order.unitId,
      appointment_id: order.appointmentId ?? '',
      purpose: order.purpose,
      subject_kind: order.subjectKind,
      state: 'planned',
      reason: null,
      about: order.about.slice(0, 200),
      is_personal: order.isPersonal,
      send_at: order.sendAt,
      stale_at: order.staleAt,
      notice_id: noticeId,
      created_at: now,
      updated_at: now,
    };
  }

  private subjectRows({ order, id }: Made): Record<string, string>[] {
    return order.subjects.map((subject) => ({
      id: this.ids.next(),
      delivery_id: id,
      subject_id: subject.id,
      slot: subject.slot,
      appointment_id: order.appointmentId ?? '',
      state: 'planned',
      title: subject.title.slice(0, 100),
      due_at: subject.dueAt,
      updated_at: this.clock.now(),
    }));
  }
}

interface Made {
  readonly order: DeliveryOrder;
  readonly id: string;
}

/** What of these nobody was told of before; of an order in part only its lines about the rest. */
async function notOrdered(tx: EntityManager, orders: readonly DeliveryOrder[]): Promise<readonly DeliveryOrder[]> {
  const asked = [...new Set(orders.flatMap(({ subjects }) => subjects.map(({ id }) => id)))];
  if (asked.length === 0) return orders;
  const rows = await rowsIn<{ readonly id: string; readonly slot: string; readonly appointmentId: string }>(
    tx,
    `SELECT subject_id AS id, slot, appointment_id AS appointmentId FROM delivery_subject
     WHERE subject_id IN (${placesFor(asked)})`,
    asked,
  );
  const known = new Set(rows.map(({ id, slot, appointmentId }) => `${id} ${slot} ${appointmentId}`));
  return orders.flatMap((order) => {
    const subjects = order.subjects.filter(({ id, slot }) => !known.has(`${id} ${slot} ${order.appointmentId ?? ''}`));
    if (subjects.length === order.subjects.length) return [order];
    const left = new Set(subjects.map(({ id }) => id));
    const notices = order.notices.filter(({ target }) => left.has(target.id));
    return subjects.length === 0 ? [] : [{ ...order, subjects, notices }];
  });
}
