import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { noticeNumber, parseReason, type NoticeKind } from '@jiannuo/shared/supervision';
import { Audit } from '../../../platform/audit';
import { Ids } from '../../../platform/clock';
import { Database, execute, insertRows, lockRow, rowsIn, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { Outbox } from '../../../platform/outbox';
import { MOVED, type MovedEvent } from '../supervision.journal';
import { allowed } from '../supervision.lock';

/** A confidential notice that is out, and that nobody left in the lead unit may know of. */
interface Orphan {
  readonly id: string;
  readonly number: string;
}

/** Who is named to read it from now on, and why. */
export interface NamedReader {
  /** 问题线索〔2022〕1号. */
  readonly number: string;
  readonly personName: string;
  readonly reason: string;
}

interface Row {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number;
}

const LEAD_READERS = `supervision_reader r JOIN appointment a ON a.id = r.appointment_id
  WHERE r.notice_id = n.id AND a.role = 'lead-officer'`;
/** Confidential notices `n` that are out, and of whose named persons in the lead unit nobody is in his post any more. */
const ORPHANED = `n.is_confidential = ? AND n.state = 'issued' AND EXISTS (SELECT 1 FROM ${LEAD_READERS})
  AND NOT EXISTS (SELECT 1 FROM ${LEAD_READERS} AND a.ended_at IS NULL)`;
const ORPHANS = `SELECT n.id, n.kind, n.year, n.number FROM supervision_notice n WHERE n.group_id = ? AND ${ORPHANED}
  ORDER BY n.issued_at, n.id`;
const OFFICER = `SELECT a.id FROM appointment a JOIN person p ON p.id = a.person_id
  WHERE a.group_id = ? AND a.role = 'lead-officer' AND a.ended_at IS NULL AND p.name = ?`;

/**
 * When the last person of the lead unit who may know of a confidential notice has left, nobody there is left to name who
 * follows him. The leader in charge decides then, and whoever keeps the installation enters it.
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
    const rows = await this.database.rows<Row>(ORPHANS, [groupId, true], tx);
    return rows.map(({ id, kind, year, number }) => ({ id, number: noticeNumber(kind, year, number) }));
  }

  /** Names an officer of the lead unit as reader of one of them. It stays on record, and he alone is told. */
  name(groupId: string, { number, personName, reason }: NamedReader): Promise<Orphan> {
    return this.transactions.run(async (tx, now) => {
      await lockRow(tx, 'working_group', groupId);
      const orphan = (await this.of(groupId, tx)).find((each) => each.number === number);
      if (orphan === undefined) throw DomainError.notFound('supervision.not-found');
      const [officer, ...namesakes] = await rowsIn<{ readonly id: string }>(tx, OFFICER, [groupId, personName]);
      if (officer === undefined || namesakes.length > 0) throw DomainError.invalid('supervision.successor-unfit');
      const why = allowed(parseReason(reason));
      await this.follow(tx, orphan.id, officer.id);
      const eventId = this.ids.next();
      await insertRows(tx, 'supervision_event', [
        {
          ...{ id: eventId, group_id: groupId, notice_id: orphan.id, action: 'succeed', evidence: '[]', version: 0 },
          ...{ text: `牵头单位的知悉人都已不在岗，由${personName}接替。${why}`, by_name: '管理员', by_unit_name: '' },
          ...{ happened_at: now, at: now },
        },
      ]);
      await this.audit.record(tx, {
        actor: 'system',
        groupId,
        action: 'supervision.succeed',
        subject: { kind: 'notice', id: orphan.id },
        detail: { by: 'command-line' },
      });
      const told: MovedEvent = {
        ...{ action: 'succeed', noticeId: orphan.id, ticketId: null, reason: '', toAppointmentId: officer.id },
        ...{ byAppointmentId: '', byUnit: '践诺通' },
      };
      await this.outbox.add(tx, { topic: MOVED, key: `${MOVED}:${eventId}`, payload: told });
      return orphan;
    });
  }

  private async follow(tx: EntityManager, noticeId: string, successorId: string): Promise<void> {
    const left = `SELECT id FROM appointment WHERE role = 'lead-officer' AND ended_at IS NOT NULL`;
    const sql = `UPDATE supervision_reader SET successor_id = ?
      WHERE notice_id = ? AND successor_id IS NULL AND appointment_id IN (${left})`;
    await execute(tx, sql, [successorId, noticeId]);
    const row = { id: this.ids.next(), notice_id: noticeId, appointment_id: successorId, successor_id: null };
    await insertRows(tx, 'supervision_reader', [row]);
  }
}
