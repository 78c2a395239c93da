import { Injectable } from '@nestjs/common';
import { batchesOf, Database, placesFor, Transactions } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { RecipientDirectory, type Recipient, type RecipientReference } from '../../platform/notifications/recipients';
import { MiniProgram } from './mini-program';
import { markBroken } from './persistence/wechat-account.repository';

interface RecipientRow {
  readonly id: string;
  readonly group_id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly person_name: string;
  readonly post: string;
  readonly phone: string | null;
  readonly open_id: string | null;
}

/** Tells the notifications who somebody is and how to reach them, at the moment of sending. */
@Injectable()
export class AppointedRecipients extends RecipientDirectory {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly miniProgram: MiniProgram,
  ) {
    super();
  }

  async recipientsOf(references: readonly RecipientReference[]): Promise<ReadonlyMap<string, Recipient>> {
    const groups = new Map(references.map(({ appointmentId, groupId }) => [appointmentId, groupId]));
    const rows = await inChunks([...groups.keys()], (ids) => this.rows(ids));
    return new Map(rows.filter((row) => groups.get(row.id) === row.group_id).map((row) => [row.id, recipientOf(row)]));
  }

  async unitNames(groupId: string, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await inChunks([...new Set(unitIds)], (ids) =>
      this.database.rows<{ id: string; name: string }>(
        `SELECT id, name FROM unit WHERE group_id = ? AND id IN (${placesFor(ids)})`,
        [groupId, ...ids],
      ),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async openIdOf(actor: Actor): Promise<string | null> {
    const row = await this.database.row<{ open_id: string }>(
      'SELECT open_id FROM wechat_account WHERE person_id = ? AND app_id = ? AND is_broken = 0',
      [actor.personId, this.miniProgram.appId],
    );
    return row?.open_id ?? null;
  }

  async forgetAccount(openId: string): Promise<void> {
    const name = { appId: this.miniProgram.appId, openId };
    await this.transactions.run((tx) => markBroken(tx, name, true));
  }

  private rows(ids: readonly string[]): Promise<RecipientRow[]> {
    return this.database.rows<RecipientRow>(
      `SELECT a.id, a.group_id, a.unit_id, u.name AS unit_name, p.name AS person_name, a.post, p.phone, w.open_id
        FROM appointment a
        JOIN unit u ON u.id = a.unit_id
        JOIN person p ON p.id = a.person_id
        LEFT JOIN wechat_account w ON w.person_id = a.person_id AND w.app_id = ? AND w.is_broken = 0
        WHERE a.ended_at IS NULL AND a.id IN (${placesFor(ids)})`,
      [this.miniProgram.appId, ...ids],
    );
  }
}

async function inChunks<T>(ids: readonly string[], read: (ids: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const rows: T[] = [];
  for (const some of batchesOf(ids)) rows.push(...(await read(some)));
  return rows;
}

function recipientOf(row: RecipientRow): Recipient {
  return {
    appointmentId: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    personName: row.person_name,
    post: row.post,
    phone: row.phone ?? '',
    openId: row.open_id,
  };
}
