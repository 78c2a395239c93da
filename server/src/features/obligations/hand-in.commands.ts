import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import { Ids } from '../../platform/clock';
import { batchesOf, execute, insertRows, placesFor, rowsIn } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { InboxCommands } from '../../platform/notifications';

/** What meets an obligation: which record, when it reached the lead unit, and how. */
export interface HandIn {
  readonly obligationId: string;
  readonly metAt: Instant;
  readonly channel: Channel;
  /** The appointment that handed in, or that entered it for the unit. */
  readonly metBy: string;
  /** The record that answers it; null when only the receipt was noted. */
  readonly recordId: string | null;
}

/** A short obligation to hand in again what was sent back (Q12). */
export interface Correction {
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
  readonly article: string;
  readonly dueAt: Instant;
  readonly recordId: string;
  readonly now: Instant;
}

/** A receipt that the lead unit noted for a unit (代录). */
export interface NotedReceipt {
  readonly obligation: {
    readonly id: string;
    readonly groupId: string;
    readonly dueAt: Instant;
    readonly article: string;
  };
  readonly receivedAt: Instant;
  readonly channel: Channel;
  readonly basis: string;
  readonly attachmentIds: readonly string[];
  /** The record that answers the obligation; null when only the receipt is noted. */
  readonly recordId: string | null;
  readonly actor: Actor;
  readonly now: Instant;
}

/**
 * What a record does to the obligations it answers. Every method belongs to a transaction in which the caller has
 * locked the obligation and decided.
 */
@Injectable()
export class HandIns {
  constructor(
    private readonly ids: Ids,
    private readonly inbox: InboxCommands,
  ) {}

  /**
   * The obligation is met, and nobody has it to do any more; its first hand-in decides timeliness, so the caller asks
   * only for what is still owed.
   */
  async meet(tx: EntityManager, handIn: HandIn): Promise<void> {
    await execute(
      tx,
      `UPDATE obligation SET met_at = ?, met_by = ?, channel = ?, record_id = ?, version = version + 1 WHERE id = ?`,
      [handIn.metAt, handIn.metBy, handIn.channel, handIn.recordId, handIn.obligationId],
    );
    await this.inbox.settle(
      tx,
      [handIn.obligationId, handIn.recordId].filter((id) => id !== null),
    );
  }

  /** The true time of receipt was put right: where that hand-in decides timeliness, it does so from now on by the right time. */
  async correctTime(
    tx: EntityManager,
    hand: { readonly obligationId: string; readonly from: Instant; readonly to: Instant },
  ): Promise<void> {
    await execute(tx, 'UPDATE obligation SET met_at = ?, version = version + 1 WHERE id = ? AND met_at = ?', [
      hand.to,
      hand.obligationId,
      hand.from,
    ]);
  }

  /** Meets an obligation by a receipt, and keeps what the receipt rests on in the history. */
  async note(tx: EntityManager, receipt: NotedReceipt): Promise<void> {
    const { obligation, actor, channel, receivedAt, recordId } = receipt;
    const metBy = actor.appointmentId;
    await this.meet(tx, { obligationId: obligation.id, metAt: receivedAt, channel, metBy, recordId });
    await insertRows(tx, 'obligation_change', [
      {
        id: this.ids.next(),
        group_id: obligation.groupId,
        obligation_id: obligation.id,
        kind: 'entered',
        from_due_at: obligation.dueAt,
        to_due_at: obligation.dueAt,
        reason: receipt.basis,
        article: obligation.article,
        by_appointment_id: metBy,
        by_name: actor.unitName,
        attachment_ids: JSON.stringify(receipt.attachmentIds),
        at: receipt.now,
      },
    ]);
  }

  /** What never came is no longer accepted from `now` on (关闭): nobody has it to do any more, and it stays missing (漏报). */
  async close(tx: EntityManager, obligationIds: readonly string[], now: Instant): Promise<void> {
    for (const ids of batchesOf(obligationIds)) {
      await execute(
        tx,
        `UPDATE obligation SET closes_at = ?, version = version + 1
         WHERE met_at IS NULL AND waived_at IS NULL AND id IN (${placesFor(ids)})`,
        [now, ...ids],
      );
      await this.inbox.lapse(tx, ids);
    }
  }

  /**
   * Closes what some units never handed in for a month whose score was told (通报). What a notice asked for (提示单、督办单)
   * is not of the month and stays owed, like what somebody was given more time for.
   */
  async closeMonth(
    tx: EntityManager,
    month: { readonly groupId: string; readonly period: Period; readonly unitIds: readonly string[] },
    now: Instant,
  ): Promise<void> {
    for (const unitIds of batchesOf(month.unitIds)) {
      const missing = await rowsIn<{ readonly id: string }>(
        tx,
        `SELECT id FROM obligation WHERE group_id = ? AND period = ? AND kind IN ('monthly-report', 'self-assessment')
           AND met_at IS NULL AND waived_at IS NULL AND due_at <= ? AND (closes_at IS NULL OR closes_at > ?)
           AND unit_id IN (${placesFor(unitIds)})`,
        [month.groupId, month.period, now, now, ...unitIds],
      );
      await this.close(
        tx,
        missing.map(({ id }) => id),
        now,
      );
    }
  }

  /** What was handed in was taken back: the thing is owed again, and what counts is what is in when it is due. */
  async reopen(tx: EntityManager, obligationId: string): Promise<void> {
    await execute(
      tx,
      `UPDATE obligation SET met_at = NULL, met_by = NULL, channel = NULL, version = version + 1 WHERE id = ?`,
      [obligationId],
    );
  }

  /** Opens the short obligation of a return and answers its id. */
  async openCorrection(tx: EntityManager, correction: Correction): Promise<string> {
    const { groupId, unitId, period, dueAt } = correction;
    const [last] = await rowsIn<{ ordinal: number | string | null }>(
      tx,
      `SELECT MAX(ordinal) AS ordinal FROM obligation WHERE unit_id = ? AND kind = 'report-correction' AND period = ?`,
      [unitId, period],
    );
    const id = this.ids.next();
    await insertRows(tx, 'obligation', [
      {
        id,
        group_id: groupId,
        unit_id: unitId,
        kind: 'report-correction',
        period,
        ordinal: Number(last?.ordinal ?? 0) + 1,
        article: correction.article,
        due_at: dueAt,
        original_due_at: dueAt,
        record_id: correction.recordId,
        version: 1,
        created_at: correction.now,
      },
    ]);
    return id;
  }
}
