import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Instant, type Outcome, type Period } from '@jiannuo/shared/kernel';
import { decideExtend, decideGrant, type AskedKind, type Obligation } from '@jiannuo/shared/obligations';
import { Ids } from '../../platform/clock';
import { batchesOf, execute, insertRows, lockRow, placesFor, rowsIn } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { InboxCommands } from '../../platform/notifications';
import { lastOrdinals, monthsOf } from './asked-ordinals';
import { OwedReviews } from './owed-reviews';
import type { ObligationChangeKind } from './persistence/obligation-change.entity';

/** Something that a notice asks of a unit by a time. */
export interface AskedObligation {
  readonly groupId: string;
  readonly unitId: string;
  readonly kind: AskedKind;
  /** What people call it, at most 120 characters. */
  readonly title: string;
  readonly article: string;
  readonly dueAt: Instant;
  /** The ticket that answers it. */
  readonly recordId: string;
}

/** Something asked as its change finds it. */
interface NotedObligation {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly kind: AskedKind;
  readonly title: string;
  readonly period: Period;
  readonly article: string;
  readonly dueAt: Instant;
}

/** A ticket of a unit. */
export interface UnitTicket {
  readonly unitId: string;
  readonly ticketId: string;
}

/** The same, with the obligation that is asked of the unit in the place of what that ticket asked. */
export interface Replaced extends UnitTicket {
  readonly to: string;
}

/** A change of the due time of something asked, and who makes it why. */
export interface AskedChange {
  readonly actor: Actor;
  readonly reason: string;
  readonly now: Instant;
}

/** The due time that a unit is to have, and why. */
type Wish = Pick<AskedChange, 'reason' | 'now'> & { readonly dueAt: Instant };

/** What notices ask of units. Every method belongs to a transaction in which the caller has decided. */
@Injectable()
export class AskedObligations {
  constructor(
    private readonly ids: Ids,
    private readonly inbox: InboxCommands,
    private readonly reviews: OwedReviews,
  ) {}

  /**
   * Opens what is asked and answers the ids, in order. It counts to the month of its due time, and locks the group, in
   * which no two may count their obligations at once.
   */
  async open(tx: EntityManager, asked: readonly AskedObligation[], now: Instant): Promise<readonly string[]> {
    const [first] = asked;
    if (first === undefined) return [];
    await lockRow(tx, 'working_group', first.groupId);
    const months = monthsOf(asked);
    const ordinals = await lastOrdinals(tx, asked, [...new Set(months.values())]);
    const rows = asked.map((each) => {
      const period = months.get(each.dueAt) ?? '';
      const key = `${each.unitId} ${each.kind} ${period}`;
      const ordinal = (ordinals.get(key) ?? 0) + 1;
      ordinals.set(key, ordinal);
      return {
        id: this.ids.next(),
        group_id: each.groupId,
        unit_id: each.unitId,
        kind: each.kind,
        period,
        ordinal,
        title: each.title,
        article: each.article,
        due_at: each.dueAt,
        original_due_at: each.dueAt,
        record_id: each.recordId,
        version: 1,
        created_at: now,
      };
    });
    for (const some of batchesOf(rows)) {
      await insertRows(tx, 'obligation', some);
    }
    return rows.map(({ id }) => id);
  }

  /** What stands on record of something asked. The caller has locked its ticket. */
  async find(tx: EntityManager, id: string): Promise<Pick<Obligation, 'dueAt' | 'metAt' | 'waivedAt'> | null> {
    const sql = 'SELECT due_at AS dueAt, met_at AS metAt, waived_at AS waivedAt FROM obligation WHERE id = ?';
    const [found] = await rowsIn<Pick<Obligation, 'dueAt' | 'metAt' | 'waivedAt'>>(tx, sql, [id]);
    return found ?? null;
  }

  /** Whether a unit may be given until then: only for what is still owed, later than now and than it has. */
  async decideExtension(
    tx: EntityManager,
    id: string,
    wish: Wish,
    decide: typeof decideExtend = decideExtend,
  ): Promise<Outcome<{ readonly dueAt: Instant }>> {
    const { dueAt, reason, now } = wish;
    const owed = (await this.find(tx, id)) ?? { dueAt: now, metAt: null, waivedAt: null };
    return decide({ closesAt: null, ...owed }, dueAt, reason, now);
  }

  /** The same of what a unit asked for: also of what it handed in while nobody answered. */
  decideGrant(tx: EntityManager, id: string, wish: Wish): Promise<Outcome<{ readonly dueAt: Instant }>> {
    return this.decideExtension(tx, id, wish, decideGrant);
  }

  /** Moves due times, of which the caller has decided, and keeps the old ones in the history. */
  async extend(tx: EntityManager, ids: readonly string[], dueAt: Instant, change: AskedChange): Promise<void> {
    for (const some of batchesOf(ids)) {
      const extended = await this.note(tx, some, { ...change, kind: 'extended', dueAt });
      const sql = `UPDATE obligation SET due_at = ?, version = version + 1 WHERE id IN (${placesFor(some)})`;
      await execute(tx, sql, [dueAt, ...some]);
      await this.carryOn(tx, extended, { ...change, kind: 'extended' });
    }
  }

  /** What the lead unit put on record for a unit (代录) counts by its true time, also in a review made before. */
  async entered(tx: EntityManager, id: string, change: AskedChange): Promise<void> {
    await this.carryOn(tx, await this.noted(tx, [id]), { ...change, kind: 'entered' });
  }

  /** Lets units off what is still owed of these, because what asked for it is no more. */
  async release(tx: EntityManager, ids: readonly string[], change: AskedChange): Promise<void> {
    for (const some of batchesOf(ids)) {
      const sql = `SELECT id FROM obligation WHERE id IN (${placesFor(some)}) AND ${OPEN}`;
      const owed = await rowsIn<{ id: string }>(tx, sql, some);
      await this.inbox.settle(tx, some);
      await this.waive(
        tx,
        owed.map(({ id }) => id),
        change,
        OPEN,
      );
    }
  }

  /**
   * Lets what was met stand for what is asked of this kind in its place, at the time at which it first came, also where
   * it was sent back since: one ask is one obligation (Q11), however often it is worded anew. What was not met is left alone.
   */
  async replace(tx: EntityManager, kind: AskedKind, replaced: readonly Replaced[], change: AskedChange): Promise<void> {
    for (const some of batchesOf(replaced)) {
      const met = await metFor(tx, kind, some);
      const firstOf = new Map([...met].reverse().map((each) => [each.ticketId, each]));
      for (const { ticketId, to } of some) {
        const first = firstOf.get(ticketId);
        if (first === undefined) continue;
        const meeting = 'UPDATE obligation SET met_at = ?, met_by = ?, channel = ?, version = version + 1 WHERE id = ?';
        await execute(tx, meeting, [first.metAt, first.metBy, first.channel, to]);
      }
      await this.waive(
        tx,
        met.map(({ id }) => id),
        change,
        'waived_at IS NULL',
      );
    }
  }

  /** Lets units off also what came of this kind for these tickets: what asked for it was declared void, and asked for nothing. */
  async annul(tx: EntityManager, kind: AskedKind, tickets: readonly UnitTicket[], change: AskedChange): Promise<void> {
    for (const some of batchesOf(tickets)) {
      const met = await metFor(tx, kind, some);
      await this.waive(
        tx,
        met.map(({ id }) => id),
        change,
        'waived_at IS NULL',
      );
    }
  }

  /** Lets off those of which that still holds when it is written: a unit may answer at the same moment. */
  private async waive(tx: EntityManager, ids: readonly string[], change: AskedChange, still: string): Promise<void> {
    if (ids.length === 0) return;
    const { actor, reason, now } = change;
    const waived = await this.note(tx, ids, { ...change, kind: 'waived', dueAt: null });
    const sql = `UPDATE obligation SET waived_at = ?, waived_by = ?, waive_reason = ?, version = version + 1
      WHERE id IN (${placesFor(ids)}) AND ${still}`;
    await execute(tx, sql, [now, actor.appointmentId, reason, ...ids]);
    await this.carryOn(tx, waived, { ...change, kind: 'waived' });
  }

  private async carryOn(
    tx: EntityManager,
    noted: readonly NotedObligation[],
    { actor, kind, reason, now }: AskedChange & { readonly kind: ObligationChangeKind },
  ): Promise<void> {
    for (const obligation of noted) {
      await this.reviews.carryOn(tx, { actor, obligation, change: { kind, reason }, now, isFact: true });
    }
  }

  private noted(tx: EntityManager, ids: readonly string[]): Promise<readonly NotedObligation[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return rowsIn<NotedObligation>(
      tx,
      `SELECT id, group_id AS groupId, unit_id AS unitId, kind, title, period, article, due_at AS dueAt FROM obligation
       WHERE id IN (${placesFor(ids)})`,
      ids,
    );
  }

  /** Keeps what these were in the history, and answers it. */
  private async note(
    tx: EntityManager,
    ids: readonly string[],
    change: AskedChange & { readonly kind: 'extended' | 'waived'; readonly dueAt: Instant | null },
  ): Promise<readonly NotedObligation[]> {
    const rows = await this.noted(tx, ids);
    await insertRows(
      tx,
      'obligation_change',
      rows.map(({ id, groupId, article, dueAt }) => ({
        id: this.ids.next(),
        group_id: groupId,
        obligation_id: id,
        kind: change.kind,
        from_due_at: dueAt,
        to_due_at: change.dueAt ?? dueAt,
        reason: change.reason,
        article,
        by_appointment_id: change.actor.appointmentId,
        by_name: change.actor.unitName,
        at: change.now,
      })),
    );
    return rows;
  }
}

/** What is still owed. */
const OPEN = 'met_at IS NULL AND waived_at IS NULL';

/** When and how what a kind of tickets asked was met. */
const MET_BEFORE = `SELECT id, record_id AS ticketId, met_at AS metAt, met_by AS metBy, channel FROM obligation
  WHERE kind = ? AND met_at IS NOT NULL AND waived_at IS NULL`;

/** What of that kind came for these tickets, the earliest of each first. */
function metFor(tx: EntityManager, kind: AskedKind, tickets: readonly UnitTicket[]): Promise<readonly MetObligation[]> {
  const places = placesFor(tickets);
  const sql = `${MET_BEFORE} AND unit_id IN (${places}) AND record_id IN (${places}) ORDER BY id`;
  const [units, ids] = [tickets.map(({ unitId }) => unitId), tickets.map(({ ticketId }) => ticketId)];
  return rowsIn(tx, sql, [kind, ...units, ...ids]);
}

interface MetObligation {
  readonly id: string;
  readonly ticketId: string;
  readonly metAt: Instant;
  readonly metBy: string | null;
  readonly channel: string | null;
}
