import { Injectable } from '@nestjs/common';
import type { Evidence } from '@jiannuo/shared/reporting';
import type { SupervisionEvent } from '@jiannuo/shared/supervision';
import { Database } from '../../platform/database';

interface EventRow extends Omit<SupervisionEvent, 'evidence'> {
  readonly evidence: string;
}

const EVENTS = `SELECT action, at, happened_at AS happenedAt, by_name AS \`by\`, by_unit_name AS unitName, text, evidence,
    due_at AS dueAt, version FROM supervision_event`;

/** Reads what happened. The caller has asked whether the reader may know of it. */
@Injectable()
export class Timeline {
  constructor(private readonly database: Database) {}

  /** What was done to a notice itself, the earliest first. */
  ofNotice(noticeId: string): Promise<readonly SupervisionEvent[]> {
    return this.read('notice_id = ? AND ticket_id IS NULL', noticeId);
  }

  /** What was done to a ticket, the earliest first. */
  ofTicket(ticketId: string): Promise<readonly SupervisionEvent[]> {
    return this.read('ticket_id = ?', ticketId);
  }

  private async read(where: string, id: string): Promise<readonly SupervisionEvent[]> {
    const rows = await this.database.rows<EventRow>(`${EVENTS} WHERE ${where} ORDER BY at, id`, [id]);
    return rows.map((row) => ({
      ...row,
      version: Number(row.version),
      evidence: JSON.parse(row.evidence) as readonly Evidence[],
    }));
  }
}
