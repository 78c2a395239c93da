import { Injectable } from '@nestjs/common';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import type { SupervisionEvent } from '@jiannuo/shared/supervision';
import { Database } from '../../platform/database';
import { EvidenceFiles } from './evidence-files';

interface EventRow extends Omit<SupervisionEvent, 'evidence'> {
  readonly evidence: string;
}

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
    return this.read('notice_id = ? AND ticket_id IS NULL', noticeId);
  }

  /** What was done to a ticket, the earliest first. */
  ofTicket(ticketId: string): Promise<readonly SupervisionEvent[]> {
    return this.read('ticket_id = ?', ticketId);
  }

  /** The files that go with a notice. */
  filesOfNotice(noticeId: string): Promise<readonly AttachmentView[]> {
    return this.database.rows<AttachmentView>(
      `SELECT a.id, a.name, a.media_type AS mediaType, a.bytes FROM supervision_file f
       JOIN attachment a ON a.id = f.attachment_id WHERE f.notice_id = ?`,
      [noticeId],
    );
  }

  /** The files of a ticket: its notice's, and what its unit handed in with it. */
  async filesOfTicket(
    { noticeId, unitId }: { readonly noticeId: string; readonly unitId: string },
    history: readonly SupervisionEvent[],
  ): Promise<readonly AttachmentView[]> {
    const handedIn = history.flatMap(({ evidence }) => evidence);
    return [...(await this.filesOfNotice(noticeId)), ...(await this.evidence.of(unitId, handedIn))];
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
