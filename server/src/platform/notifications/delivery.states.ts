import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReminderState } from '@jiannuo/shared/notifications';
import { Clock } from '../clock';
import { execute, placesFor } from '../database';
import type { Step } from './delivery.decisions';
import type { DeliveryInWork } from './delivery.reader';
import { groupBy } from './group-by';
import { InboxCommands } from './inbox.commands';

/** The only writer of a delivery's state. Deliveries that go the same way go in one statement. */
@Injectable()
export class DeliveryStates {
  constructor(
    private readonly clock: Clock,
    private readonly inbox: InboxCommands,
  ) {}

  /** Moves deliveries that are not at rest; those that are stay where they are. */
  async move(tx: EntityManager, ids: readonly string[], state: ReminderState): Promise<void> {
    if (ids.length === 0) return;
    const sql = `UPDATE delivery SET state = ?, updated_at = ?
      WHERE id IN (${placesFor(ids)}) AND state IN ('planned', 'sending', 'unknown')`;
    await execute(tx, sql, [state, this.clock.now(), ...ids]);
  }

  /** Brings deliveries to rest, with all their subjects that are not done. */
  async end(tx: EntityManager, ids: readonly string[], ending: Ending): Promise<void> {
    if (ids.length === 0) return;
    const now = this.clock.now();
    const places = placesFor(ids);
    const sql = `UPDATE delivery SET state = ?, reason = ?, updated_at = ? WHERE id IN (${places})`;
    await execute(tx, sql, [ending.state, ending.reason, now, ...ids]);
    const subjects = `UPDATE delivery_subject SET state = ?, updated_at = ?
      WHERE delivery_id IN (${places}) AND state <> 'already-done'`;
    await execute(tx, subjects, [ending.state, now, ...ids]);
  }

  /**
   * Marks the subjects that are not worth a message any more, of deliveries that are not at rest. Their lines in the
   * inbox go too: one may have been written while the thing was being handed in.
   */
  async settleDone(tx: EntityManager, works: readonly DeliveryInWork[]): Promise<void> {
    const open = works.filter((work) => ['planned', 'sending', 'unknown'].includes(work.situation.state));
    const done = open.flatMap((work) => work.subjects.filter((subject) => !subject.isWanted));
    if (done.length === 0) return;
    const sql = `UPDATE delivery_subject SET state = 'already-done', updated_at = ? WHERE id IN (${placesFor(done)})`;
    await execute(tx, sql, [this.clock.now(), ...done.map((subject) => subject.rowId)]);
    await this.inbox.settle(
      tx,
      done.map((subject) => subject.id),
    );
  }

  /** Brings to rest what was decided to end. */
  async close(
    tx: EntityManager,
    chosen: readonly { readonly work: DeliveryInWork; readonly step: Step }[],
  ): Promise<void> {
    const endings = chosen.flatMap(({ work, step }): readonly { readonly id: string; readonly ending: Ending }[] => {
      if (step.kind === 'end') return [{ id: work.id, ending: { state: step.state, reason: null } }];
      return step.kind === 'call' ? [{ id: work.id, ending: { state: 'call-list', reason: step.reason } }] : [];
    });
    for (const same of groupBy(endings, ({ ending }) => `${ending.state} ${ending.reason ?? ''}`).values()) {
      const [first] = same;
      if (first)
        await this.end(
          tx,
          same.map((each) => each.id),
          first.ending,
        );
    }
  }

  /** WeChat took the message and could not hand it on: the delivery is under way again. */
  async reopen(tx: EntityManager, id: string): Promise<void> {
    const now = this.clock.now();
    await execute(tx, "UPDATE delivery SET state = 'sending', updated_at = ? WHERE id = ?", [now, id]);
    const sql = `UPDATE delivery_subject SET state = 'sending', updated_at = ?
      WHERE delivery_id = ? AND state <> 'already-done'`;
    await execute(tx, sql, [now, id]);
  }
}

/** How a delivery comes to rest. */
export interface Ending {
  readonly state: 'delivered' | 'already-done' | 'call-list';
  readonly reason: string | null;
}
