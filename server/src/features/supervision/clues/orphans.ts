import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { noticeNumber, parseReason, type NoticeKind, type NoticeState } from '@jiannuo/shared/supervision';
import { Audit } from '../../../platform/audit';
import { Ids } from '../../../platform/clock';
import { Database, insertRows, lockRow, rowsIn, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { Outbox } from '../../../platform/outbox';
import { MOVED, type MovedEvent } from '../supervision.journal';
import { allowed } from '../supervision.lock';
import { officersWhoHad, putInPlace, type Officer } from './followers';

/** A confidential notice, out or still a draft, that nobody left in the lead unit may know of. */
interface Orphan {
  readonly id: string;
  /** 问题线索〔2022〕1号; of a draft that it has none yet. */
  readonly number: string;
  readonly isIssued: boolean;
}

/** Who is named to read it from now on, and why. */
export interface NamedReader {
  /** 问题线索〔2022〕1号; of a draft its id. */
  readonly number: string;
  readonly personName: string;
  readonly reason: string;
}

interface Row {
  readonly id: string;
  readonly groupId: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number | null;
  readonly state: NoticeState;
  readonly earlierId: string | null;
}

/** Who follows in an orphan, and how that is put on record. */
interface Succession {
  readonly groupId: string;
  readonly noticeId: string;
  readonly followers: readonly [Officer, ...Officer[]];
  readonly by: 'command-line' | 'ladder';
  readonly text: string;
  readonly now: Instant;
}

const NAMES: Readonly<Record<Succession['by'], string>> = { 'command-line': '管理员', ladder: '督导建议' };

/** Confidential notices `n` that are not over, and of whose named persons in the lead unit nobody is in his post any more. */
const ORPHANED = `n.is_confidential = ? AND n.state IN ('proposed', 'draft', 'checking', 'checked', 'issued')
  AND NOT EXISTS (SELECT 1 FROM supervision_reader r JOIN appointment a ON a.id = r.appointment_id
    WHERE r.notice_id = n.id AND a.role = 'lead-officer' AND a.ended_at IS NULL)`;
const ORPHANS = `SELECT n.id, n.group_id AS groupId, n.kind, n.year, n.number, n.state, n.earlier_id AS earlierId
  FROM supervision_notice n WHERE ${ORPHANED}`;
const OFFICER = `SELECT a.id, p.name FROM appointment a JOIN person p ON p.id = a.person_id
  WHERE a.group_id = ? AND a.role = 'lead-officer' AND a.ended_at IS NULL AND p.name = ?`;

/**
 * When the last person of the lead unit who may know of a confidential notice has left, nobody there is left to name who
 * follows him. A proposal of the ladder goes to those who had the matter in hand before; of every other the leader in
 * charge decides, and whoever keeps the installation enters it.
 */
@Injectable()
export class OrphanedNotices {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Those of a group, by number. It is for whoever keeps the installation, and for no screen. */
  async of(groupId: string, tx?: EntityManager): Promise<readonly Orphan[]> {
    const sql = `${ORPHANS} AND n.group_id = ? ORDER BY n.issued_at, n.id`;
    const rows = await this.database.rows<Row>(sql, [true, groupId], tx);
    return rows.map(({ id, kind, year, number, state }) => {
      return { id, number: noticeNumber(kind, year, number), isIssued: state === 'issued' };
    });
  }

  /** Names an officer of the lead unit as reader of one of them. It stays on record, and he alone is told. */
  name(groupId: string, { number, personName, reason }: NamedReader): Promise<Orphan> {
    return this.transactions.run(async (tx, now) => {
      await lockRow(tx, 'working_group', groupId);
      const all = await this.of(groupId, tx);
      const orphan = all.find((each) => number === (each.isIssued ? each.number : each.id));
      if (orphan === undefined) throw DomainError.notFound('supervision.not-found');
      await lockRow(tx, 'supervision_notice', orphan.id);
      const [officer, ...namesakes] = await rowsIn<Officer>(tx, OFFICER, [groupId, personName]);
      if (officer === undefined || namesakes.length > 0) throw DomainError.invalid('supervision.successor-unfit');
      const text = `牵头单位的知悉人都已不在岗，由${personName}接替。${allowed(parseReason(reason))}`;
      const of = { groupId, noticeId: orphan.id, followers: [officer] } as const;
      const eventId = await this.follow(tx, { ...of, by: 'command-line', text, now });
      const told: MovedEvent = {
        ...{ action: 'succeed', noticeId: orphan.id, ticketId: null, reason: '', toAppointmentId: officer.id },
        ...{ byAppointmentId: '', byUnit: '践诺通' },
      };
      await this.outbox.add(tx, { topic: MOVED, key: `${MOVED}:${eventId}`, payload: told });
      return orphan;
    });
  }

  /** Hands the ladder's proposals that nobody may know of on to whoever had the notices before in hand and is there. */
  async handOn(): Promise<void> {
    const proposed = `${ORPHANS} AND n.state = 'proposed' ORDER BY n.id`;
    for (const { id } of await this.database.rows<Row>(proposed, [true])) {
      await this.transactions.run((tx, now) => this.handOnOne(tx, id, now));
    }
  }

  private async handOnOne(tx: EntityManager, id: string, now: Instant): Promise<null> {
    await lockRow(tx, 'supervision_notice', id);
    const [proposal] = await rowsIn<Row>(tx, `${ORPHANS} AND n.state = 'proposed' AND n.id = ?`, [true, id]);
    if (proposal === undefined) return null;
    const { groupId, earlierId } = proposal;
    const [first, ...others] = await officersWhoHad(tx, groupId, earlierId);
    if (first === undefined) return null;
    const followers = [first, ...others] as const;
    const text = `原经办人已不在岗，改由经办过前面通知的${followers.map(({ name }) => name).join('、')}知悉。`;
    await this.follow(tx, { groupId, noticeId: id, followers, by: 'ladder', text, now });
    return null;
  }

  /** Answers the line of the timeline. */
  private async follow(tx: EntityManager, succession: Succession): Promise<string> {
    const { groupId, noticeId, followers, by, text, now } = succession;
    await putInPlace(tx, this.ids, noticeId, followers);
    const eventId = this.ids.next();
    await insertRows(tx, 'supervision_event', [
      {
        ...{ id: eventId, group_id: groupId, notice_id: noticeId, action: 'succeed', evidence: '[]', version: 0 },
        ...{ text, by_name: NAMES[by], by_unit_name: '', happened_at: now, at: now },
      },
    ]);
    await this.audit.record(tx, {
      actor: 'system',
      groupId,
      action: 'supervision.succeed',
      subject: { kind: 'notice', id: noticeId },
      detail: { by },
    });
    return eventId;
  }
}
