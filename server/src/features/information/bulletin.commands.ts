import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  decideBulletin,
  decideWorkUpdate,
  stateOf,
  type BulletinRequest,
  type InBulletin,
} from '@jiannuo/shared/information';
import { Audit } from '../../platform/audit';
import { Clock, Ids } from '../../platform/clock';
import { insertRows, lockRow, rowsIn, Transactions } from '../../platform/database';
import { scopeOf, type Actor } from '../../platform/identity';
import { InformationJournal } from './information.journal';
import { allowed, asked, lockUpdate, marksIn, type LockedUpdate } from './work-update.lock';

/** Compiling the month's 工作信息 (art. 8). */
@Injectable()
export class BulletinCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly journal: InformationJournal,
  ) {}

  /**
   * Puts work updates into a bulletin and gives it the year's next number, without gaps whoever compiles at the same
   * time. One that a unit took back meanwhile, or that stands in a bulletin already, stops all of it.
   */
  compile(actor: Actor, input: BulletinRequest): Promise<InBulletin> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const request = allowed(decideBulletin(input, now));
      const { groupId } = actor;
      await lockRow(tx, 'working_group', groupId);
      const year = Number(request.period.slice(0, 4));
      const number = await nextNumber(tx, groupId, year);
      const id = this.ids.next();
      await insertRows(tx, 'bulletin', [
        {
          id,
          group_id: groupId,
          year,
          number,
          period: request.period,
          sent_on: request.sentOn,
          by_appointment_id: actor.appointmentId,
          by_name: actor.personName,
          at: now,
        },
      ]);
      // In the order of their ids, so that two who compile at once never wait for each other.
      for (const updateId of [...request.updateIds].sort()) {
        const update = await lockUpdate(tx, scopeOf(actor), updateId);
        const ordinal = request.updateIds.indexOf(updateId) + 1;
        await this.choose(tx, { actor, update, bulletinId: id, ordinal, now });
      }
      await this.audit.record(tx, {
        actor,
        groupId,
        action: 'bulletin.compile',
        subject: { kind: 'bulletin', id },
        detail: { number, period: request.period, sentOn: request.sentOn, updates: request.updateIds.length },
      });
      return { id, number, period: request.period };
    });
  }

  private async choose(
    tx: EntityManager,
    chosen: {
      readonly actor: Actor;
      readonly update: LockedUpdate;
      readonly bulletinId: string;
      readonly ordinal: number;
      readonly now: Instant;
    },
  ): Promise<void> {
    const { actor, update, bulletinId, ordinal, now } = chosen;
    const to = allowed(decideWorkUpdate('choose', { ...update, ...asked(actor, update) }));
    await insertRows(tx, 'bulletin_item', [
      {
        id: this.ids.next(),
        bulletin_id: bulletinId,
        ordinal,
        work_update_id: update.id,
        version_number: update.currentVersion,
      },
    ]);
    const { standing } = await marksIn(tx, update.id);
    await this.journal.move(tx, update.id, to ?? stateOf(standing, true));
    await this.journal.noteOpened(tx, update, now);
    await this.journal.record(tx, { actor, update, action: 'choose', detail: { bulletinId } });
  }
}

async function nextNumber(tx: EntityManager, groupId: string, year: number): Promise<number> {
  const [row] = await rowsIn<{ latest: number | string | null }>(
    tx,
    'SELECT MAX(number) AS latest FROM bulletin WHERE group_id = ? AND year = ?',
    [groupId, year],
  );
  return Number(row?.latest ?? 0) + 1;
}
