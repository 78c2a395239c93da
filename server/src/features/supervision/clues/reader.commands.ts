import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '@jiannuo/shared/people';
import {
  decideNotice,
  decideSuccession,
  parseReason,
  type NoticeStanding,
  type Post,
  type SuccessionRequest,
} from '@jiannuo/shared/supervision';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, rowsIn, Transactions } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { InboxCommands } from '../../../platform/notifications';
import { situationOf, standingOf } from '../notices/notice.rows';
import { SupervisionJournal } from '../supervision.journal';
import { allowed, lockNotice } from '../supervision.lock';

interface Holder extends Post {
  readonly name: string;
  readonly successorId?: string | null;
}

const HOLDER = `a.unit_id AS unitId, a.role, p.name, CASE WHEN a.ended_at IS NULL THEN 1 ELSE 0 END AS isInPost
  FROM appointment a JOIN person p ON p.id = a.person_id`;

/** Changes who may know of a confidential notice that is out (换知悉人). */
@Injectable()
export class ReaderCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly journal: SupervisionJournal,
    private readonly inbox: InboxCommands,
  ) {}

  /**
   * Names whoever now holds the post of a reader who left it, in his place. The step stays on record with its reason, and
   * of all people the successor alone is told.
   */
  succeed(actor: Actor, id: string, { formerId, successorId, reason }: SuccessionRequest): Promise<NoticeStanding> {
    return this.transactions.run(async (tx, now) => {
      const notice = await lockNotice(tx, actor, id);
      const state = allowed(decideNotice('succeed', situationOf(actor, notice)));
      const former = await formerOf(tx, id, formerId);
      const successor = await holderOf(tx, notice.groupId, successorId);
      allowed(
        decideSuccession(former === null ? null : { ...former, successor: former.successorId ?? null }, successor),
      );
      const why = allowed(parseReason(reason));
      await this.name(tx, id, { formerId, successorId });
      await this.inbox.settle(tx, [id]);
      const text = `${former?.name ?? ''}已不在岗，由${successor?.name ?? ''}接替。${why}`;
      const deed = { actor, groupId: notice.groupId, noticeId: id, ticketId: null, action: 'succeed' } as const;
      await this.journal.record(tx, { ...deed, text, toAppointmentId: successorId, now });
      return { ...standingOf({ ...notice, state }), version: notice.version };
    });
  }

  /** The former reader stays named, with who followed him; the successor may be named already. */
  private async name(
    tx: EntityManager,
    noticeId: string,
    { formerId, successorId }: Pick<SuccessionRequest, 'formerId' | 'successorId'>,
  ): Promise<void> {
    const sql = 'UPDATE supervision_reader SET successor_id = ? WHERE notice_id = ? AND appointment_id = ?';
    await execute(tx, sql, [successorId, noticeId, formerId]);
    const named = 'SELECT id FROM supervision_reader WHERE notice_id = ? AND appointment_id = ?';
    if ((await rowsIn(tx, named, [noticeId, successorId])).length > 0) return;
    const row = { id: this.ids.next(), notice_id: noticeId, appointment_id: successorId, successor_id: null };
    await insertRows(tx, 'supervision_reader', [row]);
  }
}

async function formerOf(tx: EntityManager, noticeId: string, id: string): Promise<Holder | null> {
  const sql = `SELECT r.successor_id AS successorId, ${HOLDER} JOIN supervision_reader r ON r.appointment_id = a.id
    WHERE r.notice_id = ? AND a.id = ?`;
  return holder(await rowsIn<HolderRow>(tx, sql, [noticeId, id]));
}

async function holderOf(tx: EntityManager, groupId: string, id: string): Promise<Holder | null> {
  return holder(await rowsIn<HolderRow>(tx, `SELECT ${HOLDER} WHERE a.group_id = ? AND a.id = ?`, [groupId, id]));
}

interface HolderRow {
  readonly unitId: string;
  readonly role: Role;
  readonly name: string;
  readonly isInPost: number | string;
  readonly successorId?: string | null;
}

function holder([row]: readonly HolderRow[]): Holder | null {
  return row === undefined ? null : { ...row, isInPost: Number(row.isInPost) === 1 };
}
