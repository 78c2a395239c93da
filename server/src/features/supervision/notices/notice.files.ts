import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { parseDraft, ruleOf, type NoticeContent, type NoticeKind } from '@jiannuo/shared/supervision';
import { Attachments } from '../../../platform/attachments';
import { Ids } from '../../../platform/clock';
import { Database, execute, insertRows } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { known } from '../supervision.lock';

/** A draft as it is written. */
interface WrittenDraft {
  readonly kind: NoticeKind;
  readonly content: object;
}

/** The files that go with notices: fixed with the text, and read by its addressees and nobody else. */
@Injectable()
export class NoticeFiles implements OnModuleInit {
  constructor(
    private readonly attachments: Attachments,
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.attachments.register((actor, id) => this.mayRead(actor, id));
  }

  /**
   * Refuses a draft with files that its writer cannot read, with open ones where the notice is for named persons, and with
   * those for named persons where it is not. What the draft itself or the notice that it corrects names already
   * stays: a released finding lends its files.
   */
  async check(actor: Actor, { kind, content }: WrittenDraft, besideId: string | null): Promise<void> {
    const parsed = parseDraft(kind, content);
    if (!parsed.ok) return;
    const { isConfidential } = ruleOf(kind);
    const before = await this.namedIn(besideId);
    for (const id of filesOf(parsed.value)) {
      const { isReserved } = await this.attachments.find(actor, id);
      if (isConfidential && !isReserved) throw DomainError.invalid('supervision.file-open');
      if (!isConfidential && isReserved && !before.includes(id)) throw DomainError.invalid('supervision.file-reserved');
    }
  }

  /** The same for what is written into a notice that stands. */
  async checkEdit(actor: Actor, noticeId: string, content: object): Promise<void> {
    const { where, parameters } = known(actor);
    const sql = `SELECT n.kind FROM supervision_notice n WHERE n.id = ? AND ${where}`;
    const notice = await this.database.row<{ kind: NoticeKind }>(sql, [noticeId, ...parameters]);
    if (notice === null) throw DomainError.notFound('supervision.not-found');
    await this.check(actor, { kind: notice.kind, content }, noticeId);
  }

  private async namedIn(noticeId: string | null): Promise<readonly string[]> {
    if (noticeId === null) return [];
    const sql = 'SELECT attachment_id AS attachmentId FROM supervision_file WHERE notice_id = ?';
    const rows = await this.database.rows<{ attachmentId: string }>(sql, [noticeId]);
    return rows.map(({ attachmentId }) => attachmentId);
  }

  /** Names the files of a draft anew. */
  async name(tx: EntityManager, noticeId: string, content: NoticeContent): Promise<void> {
    await execute(tx, 'DELETE FROM supervision_file WHERE notice_id = ?', [noticeId]);
    const rows = filesOf(content).map((attachmentId) => {
      return { id: this.ids.next(), notice_id: noticeId, attachment_id: attachmentId };
    });
    await insertRows(tx, 'supervision_file', rows);
  }

  /** Whether it goes with a notice that the actor knows of: as the lead unit’s, or as a unit’s to which it was issued. */
  private async mayRead(actor: Actor, attachmentId: string): Promise<boolean> {
    const { unitId } = scopeOf(actor);
    const { where, parameters } = known(actor);
    const row = await this.database.row(
      `SELECT f.id FROM supervision_file f JOIN supervision_notice n ON n.id = f.notice_id
       WHERE f.attachment_id = ? AND ${where} AND (? IS NULL OR EXISTS (
         SELECT 1 FROM supervision_ticket t WHERE t.notice_id = n.id AND t.unit_id = ?)) LIMIT 1`,
      [attachmentId, ...parameters, unitId, unitId],
    );
    return row !== null;
  }
}

function filesOf({ evidence }: NoticeContent): readonly string[] {
  return [...new Set(evidence.flatMap(({ attachmentId }) => attachmentId ?? []))];
}
