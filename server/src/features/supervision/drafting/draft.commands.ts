import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type Instant } from '@jiannuo/shared/kernel';
import {
  decideNotice,
  noticeNumber,
  ruleOf,
  type NoticeContent,
  type NoticeKind,
  type NoticeStanding,
} from '@jiannuo/shared/supervision';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { DraftTexts } from './draft.texts';
import { NoticeFiles } from '../notices/notice.files';
import { checkVersion, columnsOf, situationOf, standingOf, writtenBy } from '../notices/notice.rows';
import { SupervisionJournal } from '../supervision.journal';
import { allowed, lockNotice, type LockedNotice } from '../supervision.lock';

/** What came in as a draft; the shared parser reads its content. */
export interface NoticeInput {
  readonly kind: NoticeKind;
  readonly content: object;
  readonly correctsId: string | null;
}

/** Writes notices while they are drafts (art. 5, 13-16). */
@Injectable()
export class DraftCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly texts: DraftTexts,
    private readonly files: NoticeFiles,
    private readonly journal: SupervisionJournal,
  ) {}

  /** Keeps a new draft, as incomplete as it is. One that names an issued notice corrects it once it is issued itself. */
  async draft(actor: Actor, input: NoticeInput): Promise<NoticeStanding> {
    await this.files.check(actor, input, input.correctsId);
    return this.transactions.run((tx, now) => this.draftIn(tx, actor, input, now));
  }

  /** The same inside the caller's transaction, for a record whose files the actor reads anyway. */
  async draftIn(tx: EntityManager, actor: Actor, input: NoticeInput, now: Instant): Promise<NoticeStanding> {
    const { kind, correctsId } = input;
    const corrected = correctsId === null ? null : await lockCorrected(tx, actor, { kind, correctsId });
    const content = await this.texts.contentOf(tx, actor, { kind, input: input.content, before: corrected, now });
    const id = this.ids.next();
    const year = Number(beijingDate(now).slice(0, 4));
    await insertRows(tx, 'supervision_notice', [
      {
        id,
        group_id: actor.groupId,
        kind,
        year,
        number: null,
        state: 'draft',
        ...columnsOf(content),
        is_confidential: ruleOf(kind).isConfidential,
        corrects_id: correctsId,
        ...writtenBy(actor),
        version: 1,
        created_at: now,
        moved_at: now,
      },
    ]);
    await this.nameReaders(tx, id, content);
    await this.files.name(tx, id, content);
    await this.journal.record(tx, {
      actor,
      groupId: actor.groupId,
      noticeId: id,
      ticketId: null,
      action: 'draft',
      content,
      now,
    });
    return { id, state: 'draft', version: 1, number: noticeNumber(kind, year, null) };
  }

  /** Writes a draft anew. Whoever read an older version is turned away, so that nobody undoes what another wrote. */
  async edit(
    actor: Actor,
    id: string,
    input: { readonly version: number; readonly content: object },
  ): Promise<NoticeStanding> {
    await this.files.checkEdit(actor, id, input.content);
    return this.transactions.run(async (tx, now) => {
      const notice = await lockNotice(tx, actor, id);
      allowed(decideNotice('edit', situationOf(actor, notice)));
      checkVersion(notice, input.version);
      const content = await this.texts.contentOf(tx, actor, {
        kind: notice.kind,
        input: input.content,
        before: notice,
        now,
      });
      const values = { ...columnsOf(content), ...writtenBy(actor) };
      const names = Object.keys(values);
      await execute(
        tx,
        `UPDATE supervision_notice SET ${names.map((name) => `${name} = ?`).join(', ')}, version = version + 1,
           moved_at = ? WHERE id = ?`,
        [...Object.values(values), now, id],
      );
      await this.nameReaders(tx, id, content);
      await this.files.name(tx, id, content);
      await this.journal.record(tx, {
        actor,
        groupId: notice.groupId,
        noticeId: id,
        ticketId: null,
        action: 'edit',
        content,
        now,
      });
      return standingOf({ ...notice, state: 'draft' });
    });
  }

  private async nameReaders(tx: EntityManager, noticeId: string, { readerIds }: NoticeContent): Promise<void> {
    await execute(tx, 'DELETE FROM supervision_reader WHERE notice_id = ?', [noticeId]);
    const rows = readerIds.map((appointmentId) => {
      return { id: this.ids.next(), notice_id: noticeId, appointment_id: appointmentId };
    });
    await insertRows(tx, 'supervision_reader', rows);
  }
}

/** The issued notice that a draft corrects; only one of its own kind can be. */
async function lockCorrected(
  tx: EntityManager,
  actor: Actor,
  { kind, correctsId }: { readonly kind: NoticeKind; readonly correctsId: string },
): Promise<LockedNotice> {
  const corrected = await lockNotice(tx, actor, correctsId);
  allowed(decideNotice('correct', situationOf(actor, corrected)));
  if (corrected.kind !== kind) throw DomainError.invalid('supervision.unreadable');
  return corrected;
}
