import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkCriteria, PLAIN_INFORMATION, type InformationSettings } from '@jiannuo/shared/information';
import { Audit } from '../../platform/audit';
import { Clock, Ids } from '../../platform/clock';
import { Database, insertRows, lockRow, rowsIn, Transactions } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { allowed } from './work-update.lock';

interface YearRow {
  readonly number: number;
  readonly settings: string;
}

const SQL =
  'SELECT number, settings FROM information_year WHERE group_id = ? AND year = ? ORDER BY number DESC LIMIT 1';

/** What a group's year says about work updates. */
@Injectable()
export class InformationYears {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** The settings that hold now; plain ones where the group has none. Inside a transaction its manager must be given. */
  async of(groupId: string, year: number, tx?: EntityManager): Promise<InformationSettings> {
    const [row] = await this.database.rows<YearRow>(SQL, [groupId, year], tx);
    return row === undefined ? PLAIN_INFORMATION : (JSON.parse(row.settings) as InformationSettings);
  }

  /** Writes down other criteria of high quality (Q13). Those by which marks were made stay on record. */
  setCriteria(actor: Actor, year: number, input: string): Promise<{ readonly criteria: string }> {
    return this.transactions.run(async (tx) => {
      const criteria = allowed(checkCriteria(input));
      const { groupId } = actor;
      await lockRow(tx, 'working_group', groupId);
      const [latest] = await rowsIn<YearRow>(tx, SQL, [groupId, year]);
      const settings = latest === undefined ? PLAIN_INFORMATION : (JSON.parse(latest.settings) as InformationSettings);
      const number = (latest?.number ?? 0) + 1;
      await insertRows(tx, 'information_year', [
        {
          id: this.ids.next(),
          group_id: groupId,
          year,
          number,
          settings: JSON.stringify({ ...settings, criteria }),
          by_name: actor.personName,
          at: this.clock.now(),
        },
      ]);
      await this.audit.record(tx, {
        actor,
        groupId,
        action: 'information-year.set-criteria',
        subject: { kind: 'information-year', id: `${groupId}:${String(year)}` },
        detail: { year, number },
      });
      return { criteria };
    });
  }
}
