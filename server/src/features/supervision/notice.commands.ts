import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type Instant } from '@jiannuo/shared/kernel';
import {
  decideNotice,
  noticeNumber,
  parseDraft,
  parseReason,
  ruleOf,
  type NoticeAction,
  type NoticeContent,
  type NoticeKind,
  type NoticeStanding,
  type NoticeState,
  type NoticeStepRequest,
} from '@jiannuo/shared/supervision';
import { Ids } from '../../platform/clock';
import { execute, insertRows, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { InboxCommands } from '../../platform/notifications';
import { DraftChecks } from './draft.checks';
import { IssueSteps } from './issue.steps';
import { NoticeFiles } from './notice.files';
import { SupervisionJournal } from './supervision.journal';
import { allowed, lockNotice, type LockedNotice } from './supervision.lock';

/** What came in as a draft; the shared parser reads its content. */
export interface NoticeInput {
  readonly kind: NoticeKind;
  readonly content: object;
  readonly correctsId: string | null;
}

/** Steps that say why. */
const WITH_REASON: readonly NoticeAction[] = ['decline', 'send-back', 'discard', 'void', 'delist'];
/** Steps for which a notice must be complete. */
const COMPLETE: readonly NoticeAction[] = ['send', 'check', 'issue'];
/** Steps that end what was issued. */
const CLOSING: readonly NoticeAction[] = ['void', 'delist'];

/** What the lead unit does with its notices (art. 5, 13-16): draft, have checked by a second person, issue, void, correct. */
@Injectable()
export class NoticeCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly checks: DraftChecks,
    private readonly issues: IssueSteps,
    private readonly files: NoticeFiles,
    private readonly journal: SupervisionJournal,
    private readonly inbox: InboxCommands,
  ) {}

  /** Keeps a new draft, as incomplete as it is. One that names an issued notice corrects it once it is issued itself. */
  async draft(actor: Actor, input: NoticeInput): Promise<NoticeStanding> {
    await this.files.check(actor, input.kind, input.content);
    return this.transactions.run(async (tx, now) => {
      const { kind, correctsId } = input;
      const content = await this.contentOf(tx, actor, kind, input.content);
      if (correctsId !== null) {
        const corrected = await lockNotice(tx, actor, correctsId);
        allowed(decideNotice('correct', situationOf(actor, corrected)));
        if (corrected.kind !== kind) throw DomainError.invalid('supervision.unreadable');
      }
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
        now,
      });
      return { id, state: 'draft', version: 1, number: noticeNumber(kind, year, null) };
    });
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
      const content = await this.contentOf(tx, actor, notice.kind, input.content);
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
        now,
      });
      return standingOf({ ...notice, state: 'draft' });
    });
  }

  /**
   * Takes a notice one step on. A second person checks; issuing gives the next number of its kind and year and makes
   * one ticket for each unit addressed; what is declared void keeps its number.
   */
  step(actor: Actor, id: string, request: NoticeStepRequest): Promise<NoticeStanding> {
    return this.transactions.run(async (tx, now) => {
      const notice = await lockNotice(tx, actor, id);
      const { action } = request;
      const state = allowed(decideNotice(action, situationOf(actor, notice)));
      checkVersion(notice, request.version);
      const reason = WITH_REASON.includes(action) ? allowed(parseReason(request.reason)) : '';
      if (COMPLETE.includes(action)) {
        const { writerAppointmentId } = notice;
        await this.checks.checkComplete(tx, actor, notice, { now, writerAppointmentId });
      }
      const moved = await this.move(tx, { actor, notice, state, action, reason, now });
      await this.inbox.settle(tx, [id]);
      const deed = { actor, groupId: notice.groupId, noticeId: id, ticketId: null, action, now };
      await this.journal.record(tx, { ...deed, text: reason });
      return moved;
    });
  }

  private async move(tx: EntityManager, step: NoticeStep): Promise<NoticeStanding> {
    const { actor, notice, state, action, reason, now } = step;
    if (action === 'issue') {
      const number = await this.issues.issue(tx, actor, notice, now);
      return standingOf({ ...notice, state, ...number });
    }
    if (CLOSING.includes(action)) await this.issues.close(tx, { actor, notice, reason, now });
    const writer = action === 'adopt' ? writtenBy(actor) : {};
    const sets = [
      'state = ?',
      'version = version + 1',
      'moved_at = ?',
      ...Object.keys(writer).map((name) => `${name} = ?`),
    ];
    const values = [state, now, ...Object.values(writer), notice.id];
    await execute(tx, `UPDATE supervision_notice SET ${sets.join(', ')} WHERE id = ?`, values);
    return standingOf({ ...notice, state });
  }

  private async contentOf(tx: EntityManager, actor: Actor, kind: NoticeKind, input: object): Promise<NoticeContent> {
    const parsed = allowed(parseDraft(kind, input));
    await this.checks.checkReferences(tx, actor, { kind, content: parsed });
    if (!ruleOf(kind).isConfidential) return { ...parsed, readerIds: [] };
    // Whoever writes it knows of it.
    return { ...parsed, readerIds: [...new Set([...parsed.readerIds, actor.appointmentId])] };
  }

  private async nameReaders(tx: EntityManager, noticeId: string, { readerIds }: NoticeContent): Promise<void> {
    await execute(tx, 'DELETE FROM supervision_reader WHERE notice_id = ?', [noticeId]);
    const rows = readerIds.map((appointmentId) => {
      return { id: this.ids.next(), notice_id: noticeId, appointment_id: appointmentId };
    });
    await insertRows(tx, 'supervision_reader', rows);
  }
}

interface NoticeStep {
  readonly actor: Actor;
  readonly notice: LockedNotice;
  readonly state: NoticeState;
  readonly action: NoticeStepRequest['action'];
  readonly reason: string;
  readonly now: Instant;
}

function situationOf(
  actor: Actor,
  { kind, state, writerPersonId }: LockedNotice,
): {
  readonly kind: NoticeKind;
  readonly state: NoticeState;
  readonly role: Actor['role'];
  readonly isWriter: boolean;
} {
  return { kind, state, role: actor.role, isWriter: writerPersonId === actor.personId };
}

function checkVersion({ version }: LockedNotice, read: number): void {
  if (version !== read) throw DomainError.conflict('supervision.stale');
}

function columnsOf(content: NoticeContent): Readonly<Record<string, string | null>> {
  return {
    title: content.title,
    content: JSON.stringify(content),
    answer: content.answer,
    due_at: content.dueAt,
    earlier_id: content.earlierId,
    link_id: content.link?.id ?? null,
  };
}

function writtenBy(actor: Actor): Readonly<Record<string, string>> {
  return {
    writer_person_id: actor.personId,
    writer_appointment_id: actor.appointmentId,
    writer_name: actor.personName,
  };
}

function standingOf({ id, state, version, kind, year, number }: LockedNotice): NoticeStanding {
  return { id, state, version: version + 1, number: noticeNumber(kind, year, number) };
}
