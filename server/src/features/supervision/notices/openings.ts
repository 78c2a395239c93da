import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { watermarkOf } from '@jiannuo/shared/people';
import type { NoticeOpening } from '@jiannuo/shared/supervision';
import { Audit } from '../../../platform/audit';
import { Database, execute, placesFor, Transactions } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';

/**
 * Keeps when a unit first opened its ticket, and who opened what is for named persons alone (限知悉), whose name marks what
 * he is shown.
 */
@Injectable()
export class Openings {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  /** When a unit first opened its ticket: opening is the receipt (打开就算收到). Whoever else looks changes nothing. */
  async receive(
    actor: Actor,
    ticket: { readonly id: string; readonly unitId: string; readonly openedAt: Instant | null },
    now: Instant,
  ): Promise<Instant | null> {
    if (ticket.openedAt !== null || ticket.unitId !== actor.unitId) return ticket.openedAt;
    const sql = 'UPDATE supervision_ticket SET opened_at = ? WHERE id = ? AND opened_at IS NULL';
    await this.transactions.run((tx) => execute(tx, sql, [now, ticket.id]));
    return now;
  }

  /** The watermark of a confidential matter, once its opening is on record; null for every other. */
  async record(
    actor: Actor,
    subject: { readonly kind: 'notice' | 'ticket' | 'inspection' | 'finding'; readonly id: string },
    { isConfidential, now }: { readonly isConfidential: boolean; readonly now: Instant },
  ): Promise<string | null> {
    if (!isConfidential) return null;
    await this.transactions.run(async (tx) => {
      const { groupId } = actor;
      await this.audit.record(tx, { actor, groupId, action: 'supervision.read', subject, detail: {} });
      return null;
    });
    return watermarkOf(actor.personName, now);
  }

  /** Who opened a confidential notice, its tickets or its files, the latest first: once for each person. */
  async of(noticeId: string): Promise<readonly NoticeOpening[]> {
    const [tickets, files] = await Promise.all([
      this.database.rows<{ id: string }>('SELECT id FROM supervision_ticket WHERE notice_id = ?', [noticeId]),
      this.database.rows<{ id: string }>('SELECT attachment_id AS id FROM supervision_file WHERE notice_id = ?', [
        noticeId,
      ]),
    ]);
    const ids = [noticeId, ...tickets.map(({ id }) => id), ...files.map(({ id }) => id)];
    const rows = await this.database.rows<NoticeOpening>(
      `SELECT p.name AS \`by\`, u.name AS unitName, COUNT(*) AS times, MAX(e.at) AS lastAt,
         SUM(CASE WHEN e.action = 'attachment.read' THEN 1 ELSE 0 END) AS files
       FROM audit_entry e JOIN appointment a ON a.id = e.appointment_id
       JOIN person p ON p.id = a.person_id JOIN unit u ON u.id = a.unit_id
       WHERE e.subject_kind IN ('notice', 'ticket', 'attachment') AND e.subject_id IN (${placesFor(ids)})
         AND e.action IN ('supervision.read', 'attachment.read')
       GROUP BY a.id, p.name, u.name ORDER BY lastAt DESC`,
      ids,
    );
    return rows.map((row) => ({ ...row, times: Number(row.times), files: Number(row.files) }));
  }
}
