import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { atBeijing, type Instant } from '@jiannuo/shared/kernel';
import {
  decideNotice,
  parseAgainOn,
  parseReason,
  type NoticeAction,
  type NoticeContent,
  type NoticeStanding,
  type NoticeState,
  type NoticeStepRequest,
} from '@jiannuo/shared/supervision';
import { execute, lockRow, Transactions } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { InboxCommands } from '../../../platform/notifications';
import { DraftChecks } from '../drafting/draft.checks';
import { IssueSteps } from './issue.steps';
import { LadderChecks } from '../ladder/ladder.checks';
import { checkVersion, columnsOf, situationOf, standingOf, writtenBy } from './notice.rows';
import { SupervisionJournal } from '../supervision.journal';
import { allowed, lockNotice, type LockedNotice } from '../supervision.lock';

/** Steps that say why. */
const WITH_REASON: readonly NoticeAction[] = ['decline', 'send-back', 'discard', 'void', 'delist', 'keep'];
/** Steps that stand in the timeline of every unit that still has the notice. */
const TOLD_ON_TICKETS: readonly NoticeAction[] = ['keep', 'void', 'delist'];
/** Nobody gets more time. */
const NOBODY: ReadonlyMap<string, Instant> = new Map();
/** Steps for which a notice must be complete. */
const COMPLETE: readonly NoticeAction[] = ['send', 'check', 'issue'];

/** What the lead unit does with its notices (art. 5, 13-16): have them checked by a second person, issue, void, take off the list. */
@Injectable()
export class NoticeCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly checks: DraftChecks,
    private readonly ladder: LadderChecks,
    private readonly issues: IssueSteps,
    private readonly journal: SupervisionJournal,
    private readonly inbox: InboxCommands,
  ) {}

  /**
   * Takes a notice one step on. A second person checks; issuing gives the next number of its kind and year and makes
   * one ticket for each unit addressed; what is declared void keeps its number.
   */
  async step(actor: Actor, id: string, request: NoticeStepRequest): Promise<NoticeStanding> {
    const { action } = request;
    const isOnward = action === 'adopt' || COMPLETE.includes(action);
    if (isOnward) await this.ladder.follow(actor.groupId);
    const adopted = action === 'adopt' ? await this.ladder.afresh(actor.groupId, id) : null;
    return this.transactions.run(async (tx, now) => {
      const notice = await lockNotice(tx, actor, id);
      const state = allowed(decideNotice(action, situationOf(actor, notice)));
      checkVersion(notice, request.version);
      const reason = WITH_REASON.includes(action) ? allowed(parseReason(request.reason)) : '';
      const againAt = action === 'decline' ? againAtOf(request, now) : null;
      if (isOnward) await this.ladder.check(tx, notice, now);
      if (COMPLETE.includes(action)) {
        await lockPrior(tx, notice);
        const { writerAppointmentId } = notice;
        await this.checks.checkComplete(tx, actor, notice, { now, writerAppointmentId });
      }
      if (action === 'keep') await this.checks.checkKept(tx, notice);
      const given = action === 'keep' ? await this.issues.keep(tx, { actor, notice, now }) : NOBODY;
      const moved = await this.move(tx, { actor, notice, state, action, reason, againAt, adopted, now });
      await this.inbox.settle(tx, [id]);
      const deed = { actor, groupId: notice.groupId, noticeId: id, ticketId: null, action, now };
      if (TOLD_ON_TICKETS.includes(action)) await this.journal.recordWithTickets(tx, { ...deed, text: reason }, given);
      else await this.journal.record(tx, { ...deed, text: reason, dueAt: againAt, content: adopted });
      return moved;
    });
  }

  private async move(tx: EntityManager, step: NoticeStep): Promise<NoticeStanding> {
    const { actor, notice, state, action, reason, againAt, adopted, now } = step;
    if (action === 'issue') {
      const number = await this.issues.issue(tx, actor, notice, now);
      return standingOf({ ...notice, state, ...number });
    }
    if (action === 'void' || action === 'delist') {
      await this.issues.close(tx, { actor, notice, action, reason, now });
    }
    const written = adopted === null ? {} : { ...writtenBy(actor), ...columnsOf(adopted) };
    const sets = [
      'state = ?',
      'version = version + 1',
      'moved_at = ?',
      'look_again_at = ?',
      ...Object.keys(written).map((name) => `${name} = ?`),
    ];
    const values = [state, now, againAt, ...Object.values(written), notice.id];
    await execute(tx, `UPDATE supervision_notice SET ${sets.join(', ')} WHERE id = ?`, values);
    return standingOf({ ...notice, state });
  }
}

/** What a clue rests on does not end while the clue is issued: either it is refused, or it hears of the end. */
async function lockPrior(tx: EntityManager, { content: { dossier } }: LockedNotice): Promise<void> {
  for (const id of [...(dossier?.noticeIds ?? [])].sort()) await lockRow(tx, 'supervision_notice', id);
  for (const id of [...(dossier?.circularIds ?? [])].sort()) await lockRow(tx, 'supervision_circular', id);
}

/** 过几天再看: from the beginning of the day named. */
function againAtOf({ againOn }: NoticeStepRequest, now: Instant): Instant | null {
  const day = allowed(parseAgainOn(againOn, now));
  return day === null ? null : atBeijing(day, '00:00');
}

interface NoticeStep {
  readonly actor: Actor;
  readonly notice: LockedNotice;
  readonly state: NoticeState;
  readonly action: NoticeStepRequest['action'];
  readonly reason: string;
  /** When a proposal that is declined is to be looked at again; null otherwise. */
  readonly againAt: Instant | null;
  /** What it says when it is adopted; null for every other step. */
  readonly adopted: NoticeContent | null;
  readonly now: Instant;
}
