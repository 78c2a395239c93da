import { Injectable } from '@nestjs/common';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import type { SupervisionEvent, TicketView } from '@jiannuo/shared/supervision';
import { Database } from '../../platform/database';
import { EvidenceFiles } from './evidence-files';

interface EventRow extends Omit<SupervisionEvent, 'evidence'> {
  readonly evidence: string;
}

type LastAnswer = NonNullable<TicketView['lastAnswer']>;

const EVENTS = `SELECT action, at, happened_at AS happenedAt, by_name AS \`by\`, by_unit_name AS unitName, text, evidence,
    due_at AS dueAt, version FROM supervision_event`;

/** Reads what happened, and the files that go with it. The caller has asked whether the reader may know of it. */
@Injectable()
export class Timeline {
  constructor(
    private readonly database: Database,
    private readonly evidence: EvidenceFiles,
  ) {}

  /** What was done to a notice itself, the earliest first. */
  ofNotice(noticeId: string): Promise<readonly SupervisionEvent[]> {
    return this.read('notice_id = ? AND ticket_id IS NULL', [noticeId]);
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
  filesOfNotice(noticeId: string): Promise<readonly AttachmentView[]> {
    return this.database.rows<AttachmentView>(
      `SELECT a.id, a.name, a.media_type AS mediaType, a.bytes FROM supervision_file f
       JOIN attachment a ON a.id = f.attachment_id WHERE f.notice_id = ?`,
      [noticeId],
    );
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
