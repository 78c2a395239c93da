import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { Clock } from '../clock';
import { execute, placesFor, Transactions } from '../database';
import { ConsentLedger } from './consent.ledger';
import type { SendResult } from './delivery.decisions';
import { DeliveryStates } from './delivery.states';

/** A call that was made, with what came of it. */
export interface EndedCall {
  readonly deliveryId: string;
  readonly attemptId: string;
  /** Whose grant was set aside; null for channels that need none. */
  readonly grantor: { readonly openId: string; readonly templateId: string } | null;
  readonly result: SendResult;
}

/** Writes down what came of calls, a group of them in one transaction. */
@Injectable()
export class DeliveryEnds {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly states: DeliveryStates,
    private readonly ledger: ConsentLedger,
  ) {}

  /** Keeps the results; answers for each when to look at its delivery again, null for at once. */
  async end(calls: readonly EndedCall[]): Promise<readonly (Instant | null)[]> {
    await this.transactions.run(async (tx) => {
      const accepted = calls.filter((call) => call.result.outcome === 'accepted');
      const others = calls.filter((call) => call.result.outcome !== 'accepted');
      await this.keepAccepted(tx, accepted);
      await this.states.end(
        tx,
        accepted.map((call) => call.deliveryId),
        { state: 'delivered', reason: null },
      );
      for (const call of others) await this.keepOther(tx, call);
    });
    return calls.map((call) => call.result.retryAt);
  }

  private async keepAccepted(tx: EntityManager, calls: readonly EndedCall[]): Promise<void> {
    if (calls.length === 0) return;
    const cases = calls.map(() => 'WHEN ? THEN ?').join(' ');
    const sql = `UPDATE delivery_attempt SET outcome = 'accepted', errcode = 0, ended_at = ?,
      message_id = CASE id ${cases} ELSE message_id END WHERE id IN (${placesFor(calls)})`;
    const pairs = calls.flatMap((call) => [call.attemptId, call.result.messageId]);
    await execute(tx, sql, [this.clock.now(), ...pairs, ...calls.map((call) => call.attemptId)]);
  }

  private async keepOther(tx: EntityManager, { attemptId, deliveryId, grantor, result }: EndedCall): Promise<void> {
    // WeChat's own event may have come before its answer, and it knows better.
    const sql = `UPDATE delivery_attempt SET outcome = ?, reason = ?, errcode = ?, rid = ?, ended_at = ?
      WHERE id = ? AND outcome = 'attempting'`;
    const { outcome, reason, errcode, rid } = result;
    const changed = await execute(tx, sql, [outcome, reason, errcode, rid, this.clock.now(), attemptId]);
    if (changed === 0) return;
    if (outcome === 'unknown') await this.states.move(tx, [deliveryId], 'unknown');
    if (grantor === null) return;
    if (result.grant === 'given-back') await this.ledger.giveBack(tx, grantor);
    if (result.grant === 'cleared') await this.ledger.clear(tx, grantor);
  }
}
