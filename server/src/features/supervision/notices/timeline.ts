import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import type { NoticeContent, NoticeText, SupervisionEvent, TicketView } from '@jiannuo/shared/supervision';
import { Database, placesFor } from '../../../platform/database';
import { EvidenceFiles } from '../tickets/evidence-files';

interface EventRow extends Omit<SupervisionEvent, 'evidence'> {
  readonly evidence: string;
}

type LastAnswer = NonNullable<TicketView['lastAnswer']>;

/** What leaves a notice with a text of its own. */
export const WRITING: readonly SupervisionEvent['action'][] = ['propose', 'draft', 'adopt', 'edit'];

const EVENTS = `SELECT action, at, happened_at AS happenedAt, by_name AS \`by\`, by_unit_name AS unitName, text, evidence,
    due_at AS dueAt, version FROM supervision_event`;

/** Reads what happened, and the files that go with it. The caller has asked whether the reader may know of it. */
@Injectable()
export class Timeline {
  constructor(
    private readonly database: Database,
    private readonly evidence: EvidenceFiles,
  ) {}

  /** What was done to a notice itself, the earliest first, each with the count of texts it had by then. */
  async ofNotice(noticeId: string): Promise<readonly SupervisionEvent[]> {
    let version = 0;
    return (await this.read('notice_id = ? AND ticket_id IS NULL', [noticeId])).map((event) => {
      if (WRITING.includes(event.action)) version += 1;
      return { ...event, version };
    });
  }

  /** What a notice said each time that it was written, the earliest first. */
  async textsOf(noticeId: string): Promise<readonly Omit<NoticeText, 'parties'>[]> {
    const rows = await this.database.rows<{ by: string; at: Instant; content: string | null }>(
      `SELECT by_name AS \`by\`, at, content FROM supervision_event
       WHERE notice_id = ? AND ticket_id IS NULL AND action IN (${placesFor(WRITING)}) ORDER BY at, id`,
      [noticeId, ...WRITING],
    );
    return rows.flatMap(({ by, at, content }, index) =>
      content === null ? [] : [{ version: index + 1, by, at, content: JSON.parse(content) as NoticeContent }],
    );
  }

  /** What was done to a ticket, the earliest first. */
  ofTicket(ticketId: string): Promise<readonly SupervisionEvent[]> {
    return this.read('ticket_id = ?', [ticketId]);
  }

  /** The last answer of a unit to a notice, else to the one that this corrects; null where it never answered. */
  async lastAnswer(noticeId: string, unitId: string): Promise<LastAnswer | null> {
    const answers = await this.read(
      `ticket_id = (SELECT id FROM supervision_ticket WHERE notice_id = ? AND unit_id = ?)
       AND action IN ('answer', 'enter-answer')`,
      [noticeId, unitId],
    );
    const last = answers.at(-1);
    if (last !== undefined) return { text: last.text, evidence: last.evidence };
    const sql = 'SELECT corrects_id AS correctsId FROM supervision_notice WHERE id = ?';
    const row = await this.database.row<{ correctsId: string | null }>(sql, [noticeId]);
    const correctsId = row?.correctsId ?? null;
    return correctsId === null ? null : this.lastAnswer(correctsId, unitId);
  }

  /** The files that go with a notice. */
  async filesOfNotice(noticeId: string): Promise<readonly AttachmentView[]> {
    const rows = await this.database.rows<AttachmentView>(
      `SELECT a.id, a.name, a.media_type AS mediaType, a.bytes, a.reserved_for <> '' AS isReserved FROM supervision_file f
       JOIN attachment a ON a.id = f.attachment_id WHERE f.notice_id = ?`,
      [noticeId],
    );
    return rows.map((row) => ({ ...row, isReserved: Boolean(row.isReserved) }));
  }

  /** The files of a ticket: its notice's, and what its unit handed in with these answers. */
  async filesOfTicket(
    { noticeId, unitId }: { readonly noticeId: string; readonly unitId: string },
    answers: readonly Pick<SupervisionEvent, 'evidence'>[],
  ): Promise<readonly AttachmentView[]> {
    const handedIn = answers.flatMap(({ evidence }) => evidence);
    return [...(await this.filesOfNotice(noticeId)), ...(await this.evidence.of(unitId, handedIn))];
  }

  private async read(where: string, ids: readonly string[]): Promise<readonly SupervisionEvent[]> {
    const rows = await this.database.rows<EventRow>(`${EVENTS} WHERE ${where} ORDER BY at, id`, ids);
    return rows.map((row) => ({
      ...row,
      version: Number(row.version),
      evidence: JSON.parse(row.evidence) as readonly Evidence[],
    }));
  }
}
