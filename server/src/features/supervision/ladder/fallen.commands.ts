import { Injectable } from '@nestjs/common';
import { Database, lockRow, Transactions } from '../../../platform/database';
import { GroupQueries } from '../../people';
import { ClueGrounds } from '../clues/clue.grounds';
import { fallenAmong } from './fallen.records';

/**
 * Follows what issued notices are about: what was let off, was given more time, or turns out to have come in time is no
 * ground any more, and the lead unit has to look at what was issued about it. It asks the record as it stands, so that
 * nobody who writes there need know of notices.
 */
@Injectable()
export class FallenGrounds {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly groups: GroupQueries,
    private readonly grounds: ClueGrounds,
  ) {}

  /** Looks through every group. Harmless to repeat, and from several servers at once. */
  async followAll(): Promise<void> {
    for (const { id } of await this.groups.groups()) await this.follow(id);
  }

  /** Shakes what fell since one group was looked through last, with everything that rests on it. */
  async follow(groupId: string): Promise<void> {
    for (const { id } of await fallenAmong(this.database, { groupId })) await this.shake(groupId, id);
  }

  private shake(groupId: string, id: string): Promise<null> {
    return this.transactions.run(async (tx, now) => {
      await lockRow(tx, 'supervision_notice', id);
      const [fallen] = await fallenAmong(this.database, { groupId, id }, tx);
      if (fallen === undefined) return null;
      const sql = "SELECT name FROM unit WHERE group_id = ? AND kind = 'lead' ORDER BY number LIMIT 1";
      const lead = await this.database.row<{ readonly name: string }>(sql, [groupId], tx);
      const actor = { appointmentId: null, personName: '系统', unitName: lead?.name ?? '' } as const;
      await this.grounds.shakeFrom(tx, { actor, groupId, ...fallen, now });
      return null;
    });
  }
}
