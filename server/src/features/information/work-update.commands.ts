import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, codePointLength, periodOf, type Instant } from '@jiannuo/shared/kernel';
import {
  decideWorkUpdate,
  parseWorkUpdate,
  type WorkUpdateContent,
  type WorkUpdateStanding,
} from '@jiannuo/shared/information';
import { Attachments } from '../../platform/attachments';
import { Clock, Ids } from '../../platform/clock';
import { execute, insertRows, Transactions } from '../../platform/database';
import { scopeOf, type Actor } from '../../platform/identity';
import { InformationJournal } from './information.journal';
import { allowed, asked, lockUpdate } from './work-update.lock';

/** What a unit does with its work updates (工作动态, art. 8): send, take back, send again. */
@Injectable()
export class WorkUpdateCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly attachments: Attachments,
    private readonly journal: InformationJournal,
  ) {}

  /** Sends a new work update, at any time. The server's time of this command is its date and decides its month. */
  send(actor: Actor, input: unknown): Promise<WorkUpdateStanding> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const situation = { state: 'draft', role: actor.role, isOwn: true, isInBulletin: false } as const;
      allowed(decideWorkUpdate('send', situation));
      const content = allowed(parseWorkUpdate(input));
      const id = this.ids.next();
      const { groupId, unitId } = actor;
      await insertRows(tx, 'work_update', [
        {
          id,
          group_id: groupId,
          unit_id: unitId,
          period: periodOf(beijingDate(now)),
          state: 'received',
          current_version: 1,
          sent_at: now,
          opened_at: null,
        },
      ]);
      await this.addVersion(tx, { actor, id, number: 1, content, now });
      await this.journal.record(tx, {
        actor,
        update: { id, groupId, unitId },
        action: 'send',
        detail: { version: 1 },
      });
      return { id, state: 'received', version: 1 };
    });
  }

  /** Sends again what was taken back, as its next version: its date and month are those of now, and it is unread. */
  sendAgain(actor: Actor, id: string, input: unknown): Promise<WorkUpdateStanding> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const update = await lockUpdate(tx, scopeOf(actor), id);
      allowed(decideWorkUpdate('send', { ...update, ...asked(actor, update) }));
      const content = allowed(parseWorkUpdate(input));
      const number = update.currentVersion + 1;
      await this.addVersion(tx, { actor, id, number, content, now });
      await execute(
        tx,
        `UPDATE work_update SET state = 'received', current_version = ?, sent_at = ?, period = ?, opened_at = NULL
         WHERE id = ?`,
        [number, now, periodOf(beijingDate(now)), id],
      );
      await this.journal.record(tx, { actor, update, action: 'send', detail: { version: number } });
      return { id, state: 'received', version: number };
    });
  }

  /** Takes back what the lead unit has not judged and not put into a bulletin. Its versions stay. */
  takeBack(actor: Actor, id: string): Promise<WorkUpdateStanding> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const update = await lockUpdate(tx, scopeOf(actor), id);
      allowed(decideWorkUpdate('take-back', { ...update, ...asked(actor, update) }));
      const version = update.currentVersion;
      await execute(tx, 'UPDATE work_update_version SET taken_back_at = ? WHERE work_update_id = ? AND number = ?', [
        now,
        id,
        version,
      ]);
      await this.journal.move(tx, id, 'taken-back');
      await this.journal.record(tx, { actor, update, action: 'take-back', detail: { version } });
      return { id, state: 'taken-back', version };
    });
  }

  /** Notes that the lead unit has opened a work update; only the first time counts, and a unit's own look does not. */
  open(actor: Actor, id: string): Promise<{ readonly openedAt: Instant | null }> {
    return this.transactions.run(async (tx) => {
      const update = await lockUpdate(tx, scopeOf(actor), id);
      const isJudge = !asked(actor, update).isOwn && update.state !== 'taken-back';
      if (!isJudge || update.openedAt !== null) return { openedAt: update.openedAt };
      const now = this.clock.now();
      await this.journal.noteOpened(tx, update, now);
      return { openedAt: now };
    });
  }

  private async addVersion(tx: EntityManager, version: NewVersion): Promise<void> {
    const { actor, id, number, content, now } = version;
    const files = [...new Set(content.evidence.flatMap(({ attachmentId }) => attachmentId ?? []))];
    await this.attachments.findAll(tx, { groupId: actor.groupId, unitId: actor.unitId }, files);
    await this.attachments.handIn(tx, files, now);
    await insertRows(tx, 'work_update_version', [
      {
        id: this.ids.next(),
        work_update_id: id,
        number,
        title: content.title,
        text: content.text,
        characters: codePointLength(content.text),
        evidence: JSON.stringify(content.evidence),
        evidence_count: content.evidence.length,
        sent_at: now,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        taken_back_at: null,
      },
    ]);
  }
}

interface NewVersion {
  readonly actor: Actor;
  readonly id: string;
  readonly number: number;
  readonly content: WorkUpdateContent;
  readonly now: Instant;
}
