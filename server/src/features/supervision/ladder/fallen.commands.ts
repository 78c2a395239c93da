import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fallenWords, type FallenLink, type NoticeContent } from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database, lockRow, Transactions, type SqlValue } from '../../../platform/database';
import { GroupQueries } from '../../people';
import { ClueGrounds } from '../clues/clue.grounds';

/** An issued notice of which what it is about may have fallen away, and what was said of that so far. */
interface Row extends Omit<FallenLink, 'ground' | 'title'> {
  readonly id: string;
  readonly content: string;
}

/** The notice `n` was shaken at that moment or later. */
function shakenSince(at: string): string {
  return `EXISTS (SELECT 1 FROM supervision_event s
    WHERE s.notice_id = n.id AND s.ticket_id IS NULL AND s.action = 'shake' AND s.at >= ${at})`;
}
/** Due times of `o` that were past when `n` was issued, and moved beyond that moment since. */
const MOVED = `SELECT MAX(c.at) FROM obligation_change c WHERE c.obligation_id = o.id AND c.at >= n.issued_at
  AND c.from_due_at <= n.issued_at AND c.to_due_at > n.issued_at`;
const FALLEN = `SELECT n.id, n.content, n.issued_at AS issuedAt, o.due_at AS dueAt, o.met_at AS metAt, o.channel,
    o.waived_at AS waivedAt, o.waive_reason AS waiveReason
  FROM supervision_notice n JOIN obligation o ON o.id = n.link_id
  WHERE n.state = 'issued' AND ((o.waived_at >= n.issued_at AND NOT ${shakenSince('o.waived_at')})
    OR (o.due_at > n.issued_at AND (${MOVED}) IS NOT NULL AND NOT ${shakenSince(`(${MOVED})`)})
    OR (o.met_at < o.due_at AND o.due_at <= n.issued_at))`;
const TOLD = `SELECT text FROM supervision_event WHERE notice_id = ? AND ticket_id IS NULL AND action = 'shake'`;

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
    private readonly clock: Clock,
    private readonly groups: GroupQueries,
    private readonly grounds: ClueGrounds,
  ) {}

  /** Looks through every group. Harmless to repeat, and from several servers at once. */
  async followAll(): Promise<void> {
    for (const { id } of await this.groups.groups()) await this.follow(id);
  }

  /** Shakes what fell since one group was looked through last, with everything that rests on it. */
  async follow(groupId: string): Promise<void> {
    for (const { id } of await this.fallen('n.group_id = ?', groupId)) await this.shake(groupId, id);
  }

  private shake(groupId: string, id: string): Promise<null> {
    return this.transactions.run(async (tx, now) => {
      await lockRow(tx, 'supervision_notice', id);
      const [fallen] = await this.fallen('n.id = ?', id, tx);
      if (fallen === undefined) return null;
      const sql = "SELECT name FROM unit WHERE group_id = ? AND kind = 'lead' ORDER BY number LIMIT 1";
      const lead = await this.database.row<{ readonly name: string }>(sql, [groupId], tx);
      const actor = { appointmentId: null, personName: '系统', unitName: lead?.name ?? '' } as const;
      await this.grounds.shakeFrom(tx, { actor, groupId, ...fallen, now });
      return null;
    });
  }

  private async fallen(
    where: string,
    parameter: SqlValue,
    tx?: EntityManager,
  ): Promise<readonly { readonly id: string; readonly words: string }[]> {
    const rows = await this.database.rows<Row>(`${FALLEN} AND ${where} ORDER BY n.id`, [parameter], tx);
    const fallen: { readonly id: string; readonly words: string }[] = [];
    for (const { id, content, ...row } of rows) {
      const { link, ground } = JSON.parse(content) as NoticeContent;
      const words = fallenWords({ ...row, ground, title: link?.name?.title ?? '' }, this.clock.now());
      if (words === null) continue;
      const told = await this.database.rows<{ readonly text: string }>(TOLD, [id], tx);
      if (!told.some(({ text }) => text === words)) fallen.push({ id, words });
    }
    return fallen;
  }
}
