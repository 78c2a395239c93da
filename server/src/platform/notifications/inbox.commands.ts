import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { firstCodePoints, type Instant } from '@jiannuo/shared/kernel';
import type { NoticeTarget } from '@jiannuo/shared/notifications';
import { Clock, Ids } from '../clock';
import { execute, insertRows, placesFor, rowsIn, Transactions } from '../database';
import { DomainError } from '../http';
import { currentRequest } from '../http/request-context';
import { scopeOf, type Actor } from '../identity';
import type { NoticeList } from './persistence/notice.entity';

/** A line for somebody's inbox. */
export interface NewNotice {
  readonly groupId: string;
  readonly appointmentId: string;
  readonly list: NoticeList;
  readonly kind: string;
  /** At most 100 characters; what is longer is cut. */
  readonly title: string;
  /** At most 500 characters; what is longer is cut. */
  readonly body: string;
  /** Who it comes from, by post or unit. */
  readonly sender: string;
  readonly target: { readonly kind: NoticeTarget; readonly id: string };
  /** The same key twice is one notice. */
  readonly key: string;
}

/** Writes to inboxes (收件). */
@Injectable()
export class InboxCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Puts notices into inboxes and answers their ids, in order; one whose key is known keeps the id it has. They carry the
   * hour of what was done, also where it is told later.
   */
  async put(tx: EntityManager, notices: readonly NewNotice[]): Promise<readonly string[]> {
    if (notices.length === 0) return [];
    const keys = notices.map((notice) => notice.key);
    const sql = `SELECT id, dedupe_key FROM notice WHERE dedupe_key IN (${placesFor(keys)})`;
    const known = new Map((await rowsIn<NoticeKey>(tx, sql, keys)).map((row) => [row.dedupe_key, row.id]));
    const rows = notices.filter((notice) => !known.has(notice.key)).map((notice) => this.rowOf(notice));
    for (const row of rows) known.set(row.dedupe_key, row.id);
    await insertRows(tx, 'notice', rows);
    return notices.map((notice) => known.get(notice.key) ?? '');
  }

  /** What these things asked for was never done, and is no longer accepted: their notices are no to-do any more. */
  async lapse(tx: EntityManager, targetIds: readonly string[]): Promise<void> {
    if (targetIds.length === 0) return;
    const now = this.clock.now();
    const sql = `UPDATE notice SET settled_at = ?, lapsed_at = ? WHERE target_id IN (${placesFor(targetIds)})
      AND settled_at IS NULL AND list = 'to-do'`;
    await execute(tx, sql, [now, now, ...targetIds]);
  }

  /** What these things asked for is done: their notices, or those of one kind, are no to-do any more. */
  async settle(tx: EntityManager, targetIds: readonly string[], kind: string | null = null): Promise<void> {
    if (targetIds.length === 0) return;
    const places = placesFor(targetIds);
    const sql = `UPDATE notice SET settled_at = ? WHERE target_id IN (${places}) AND settled_at IS NULL AND list = 'to-do'
      AND (? IS NULL OR kind = ?)`;
    await execute(tx, sql, [this.clock.now(), ...targetIds, kind, kind]);
  }

  /** The reader opened a notice of their own: that is the receipt, and only the first time counts. */
  async open(actor: Actor, noticeId: string): Promise<{ readonly id: string; readonly openedAt: Instant }> {
    const { groupId } = scopeOf(actor);
    return this.transactions.run(async (tx) => {
      const own = 'id = ? AND appointment_id = ? AND group_id = ?';
      const mine = [noticeId, actor.appointmentId, groupId];
      const now = this.clock.now();
      await execute(tx, `UPDATE notice SET opened_at = ? WHERE ${own} AND opened_at IS NULL`, [now, ...mine]);
      const [row] = await rowsIn<{ opened_at: string }>(tx, `SELECT opened_at FROM notice WHERE ${own}`, mine);
      if (!row) throw DomainError.notFound('request.not-found');
      return { id: noticeId, openedAt: row.opened_at };
    });
  }

  private rowOf(notice: NewNotice): Record<string, string | null> & NoticeKey {
    return {
      id: this.ids.next(),
      group_id: notice.groupId,
      appointment_id: notice.appointmentId,
      list: notice.list,
      kind: notice.kind,
      title: firstCodePoints(notice.title, 100),
      body: firstCodePoints(notice.body, 500),
      sender: firstCodePoints(notice.sender, 100),
      target_kind: notice.target.kind,
      target_id: notice.target.id,
      dedupe_key: notice.key,
      created_at: currentRequest()?.arrivedAt ?? this.clock.now(),
    };
  }
}

interface NoticeKey {
  readonly id: string;
  readonly dedupe_key: string;
}
