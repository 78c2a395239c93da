import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type Instant } from '@jiannuo/shared/kernel';
import {
  groundOf,
  keptDueAt,
  noticeNumber,
  OPEN_TICKET_STATES,
  ruleOf,
  signDueAt,
  type Addressee,
  type NoticeContent,
  type TicketState,
} from '@jiannuo/shared/supervision';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, lockRow, placesFor, rowsIn } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { InboxCommands } from '../../../platform/notifications';
import { AskedObligations, type AskedObligation, type UnitTicket } from '../../obligations';
import { ClueGrounds, type Ending } from '../clues/clue.grounds';
import { SupervisionJournal } from '../supervision.journal';
import type { LockedNotice } from '../supervision.lock';
import { carriedTo, columnsOf, heldOf, laterOf, linesOf, NOTHING_HELD, replacedIn, type HeldNotice } from './carried';
import { dueMeanwhile } from './due-meanwhile';
import { SupervisionYears } from '../supervision-years';

/** Rows an INSERT carries at once. */
const ROWS_AT_ONCE = 500;
/** Why nothing more is asked by a notice that was corrected. */
const CORRECTED = '已另发更正，以新的一份为准。';
const OPEN_STATES: readonly TicketState[] = ['informed', ...OPEN_TICKET_STATES];

/** The number that a notice got. */
export interface IssuedNumber {
  readonly year: number;
  readonly number: number;
}

/** The end of something issued, and why. */
export interface Closing {
  readonly actor: Actor;
  readonly notice: Pick<LockedNotice, 'id' | 'groupId'>;
  readonly action: Ending;
  readonly reason: string;
  readonly now: Instant;
}

/** What issuing a notice does, what ends it, and what letting it stand does. Each belongs to a transaction in which the caller has locked and decided. */
@Injectable()
export class IssueSteps {
  constructor(
    private readonly ids: Ids,
    private readonly asked: AskedObligations,
    private readonly years: SupervisionYears,
    private readonly inbox: InboxCommands,
    private readonly journal: SupervisionJournal,
    private readonly grounds: ClueGrounds,
  ) {}

  /**
   * Issues a checked notice: the next number of its kind and year, one ticket for each unit addressed, and what each
   * owes, its signing and its answer, as obligations. Numbers have no gaps, since nobody else numbers meanwhile. What
   * units were given of a notice that it corrects goes over to it, and so does when they answered that: one ask is owed once.
   */
  async issue(tx: EntityManager, actor: Actor, notice: LockedNotice, now: Instant): Promise<IssuedNumber> {
    await lockRow(tx, 'working_group', notice.groupId);
    const held = notice.correctsId === null ? NOTHING_HELD : await this.supersede(tx, actor, notice, now);
    const year = Number(beijingDate(now).slice(0, 4));
    const number = await nextNumber(tx, notice, year);
    const chain = await this.grounds.asSent(tx, notice, now);
    await execute(
      tx,
      `UPDATE supervision_notice SET state = 'issued', year = ?, number = ?, issued_at = ?, moved_at = ?, issued_chain = ?,
         version = version + 1 WHERE id = ?`,
      [year, number, now, now, chain, notice.id],
    );
    await this.makeTickets(tx, actor, { ...notice, year, number }, { now, held });
    return { year, number };
  }

  /**
   * Ends every ticket of a notice that is not over, and lets the units off what they still owe for it. Clues that rest on
   * what was wrong are told so.
   */
  async close(tx: EntityManager, closing: Closing): Promise<void> {
    const { actor, notice, action, reason, now } = closing;
    if (action !== 'delist') await this.grounds.noticeEnded(tx, closing);
    const tickets = await rowsIn<{ id: string; sign: string | null; answer: string | null }>(
      tx,
      `SELECT id, sign_obligation_id AS sign, answer_obligation_id AS answer FROM supervision_ticket
       WHERE notice_id = ? AND state IN (${placesFor(OPEN_STATES)})`,
      [notice.id, ...OPEN_STATES],
    );
    const ids = tickets.map(({ id }) => id);
    for (let from = 0; from < ids.length; from += ROWS_AT_ONCE) {
      const some = ids.slice(from, from + ROWS_AT_ONCE);
      await execute(
        tx,
        `UPDATE supervision_ticket SET state = 'withdrawn', asked_due_at = NULL, asked_at = NULL,
           sheltered_until = NULL
         WHERE id IN (${placesFor(some)})`,
        some,
      );
      await this.inbox.settle(tx, some);
      const deed = {
        actor,
        groupId: notice.groupId,
        noticeId: notice.id,
        action,
        text: reason,
        now,
      } as const;
      await this.journal.note(
        tx,
        some.map((ticketId) => ({ ...deed, ticketId })),
      );
    }
    const owed = tickets.flatMap(({ sign, answer }) => [sign ?? [], answer ?? []].flat());
    await this.asked.release(tx, owed, { actor, reason, now });
    // A void notice asked for nothing: who sent its material late is let off like who sent none (Q11).
    if (action !== 'void') return;
    const all = 'SELECT id AS ticketId, unit_id AS unitId FROM supervision_ticket WHERE notice_id = ?';
    await this.asked.annul(tx, 'material', await rowsIn<UnitTicket>(tx, all, [notice.id]), { actor, reason, now });
  }

  /**
   * Gives the units of a notice that stands after all a working day for what fell due while it waited. Answers until when
   * they answer it, by ticket, for those whose answer it was.
   */
  async keep(
    tx: EntityManager,
    { actor, notice, now }: Pick<Closing, 'actor' | 'notice' | 'now'>,
  ): Promise<ReadonlyMap<string, Instant>> {
    const dueAt = keptDueAt(now, await this.years.clocksAt(notice.groupId, now, tx));
    const owed = await dueMeanwhile(tx, notice.id, dueAt);
    const ids = owed.map(({ id }) => id);
    await this.asked.extend(tx, ids, dueAt, { actor, reason: '依据有变期间到期，维持后顺延', now });
    return new Map(owed.flatMap(({ ticketId, isAnswer }) => (isAnswer ? [[ticketId, dueAt] as const] : [])));
  }

  /** Ends the notice that this one corrects, and answers what its units had of it. */
  private async supersede(tx: EntityManager, actor: Actor, notice: LockedNotice, now: Instant): Promise<HeldNotice> {
    const id = notice.correctsId ?? '';
    await lockRow(tx, 'supervision_notice', id);
    const sql = `UPDATE supervision_notice SET state = 'corrected', moved_at = ?, version = version + 1
      WHERE id = ? AND state = 'issued'`;
    if ((await execute(tx, sql, [now, id])) === 0) {
      throw DomainError.conflict('supervision.notice-not-possible-corrected');
    }
    const held = await heldOf(tx, id);
    const corrected = { ...notice, id };
    await this.close(tx, { actor, notice: corrected, action: 'correct', reason: CORRECTED, now });
    const deed = { actor, groupId: notice.groupId, noticeId: id, action: 'correct', now } as const;
    await this.journal.recordWithTickets(tx, deed);
    return held;
  }

  private async makeTickets(
    tx: EntityManager,
    actor: Actor,
    notice: LockedNotice & IssuedNumber,
    { now, held }: { readonly now: Instant; readonly held: HeldNotice },
  ): Promise<void> {
    const { content } = notice;
    const made = content.addressees.map((addressee) => {
      return { id: this.ids.next(), addressee, carried: carriedTo(addressee, content, held) };
    });
    const owed = await this.openOwed(tx, notice, made, now);
    const rows = made.map(({ id, addressee: { unitId, part }, carried }) => {
      const [sign = null, answer = null] = owed.get(id) ?? [];
      return {
        id,
        group_id: notice.groupId,
        notice_id: notice.id,
        unit_id: unitId,
        part,
        state: part === 'copy' || content.answer === 'none' ? 'informed' : 'to-sign',
        sign_obligation_id: sign,
        answer_obligation_id: answer,
        answers: 0,
        issued_at: now,
        ...columnsOf(carried),
      };
    });
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await insertRows(tx, 'supervision_ticket', rows.slice(from, from + ROWS_AT_ONCE));
    }
    const owing = made.map((each) => ({ ...each, answerId: owed.get(each.id)?.[1] ?? null }));
    const { kind } = answerOwed(content.answer, '');
    await this.asked.replace(tx, kind, replacedIn(owing, held), { actor, reason: CORRECTED, now });
    for (const [dueAt, ids] of laterOf(owing)) {
      await this.asked.extend(tx, ids, dueAt, { actor, reason: '更正前的时限照旧', now });
    }
    const deed = { actor, groupId: notice.groupId, noticeId: notice.id, now } as const;
    const lines = made.flatMap(({ id: ticketId, carried }) => {
      return carried === null ? [] : linesOf(carried, { ...deed, ticketId });
    });
    if (lines.length > 0) await this.journal.note(tx, lines);
  }

  /**
   * Opens what each ticket owes, and answers the two obligations by ticket. A confidential notice asks for a receipt
   * alone and opens none: the lists of what a unit owes are not for named persons only.
   */
  private async openOwed(
    tx: EntityManager,
    notice: LockedNotice & IssuedNumber,
    made: readonly { readonly id: string; readonly addressee: Addressee }[],
    now: Instant,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const { content, groupId } = notice;
    if (content.dueAt === null || content.answer === 'none' || content.answer === 'receipt') return new Map();
    const signBy = signDueAt(now, content.dueAt, await this.years.clocksAt(groupId, now, tx));
    const name = noticeNumber(notice.kind, notice.year, notice.number);
    const { kind, title } = answerOwed(content.answer, name);
    const article = groundOf(notice.kind, content.ground)?.article ?? ruleOf(notice.kind).article;
    const asking = made.filter(({ addressee }) => addressee.part !== 'copy');
    const asks = asking.flatMap(({ id, addressee: { unitId } }): readonly AskedObligation[] => {
      const shared = { groupId, unitId, article, recordId: id };
      return [
        { ...shared, kind: 'ticket-sign', title: `${name}签收`, dueAt: signBy },
        { ...shared, kind, title, dueAt: content.dueAt ?? signBy },
      ];
    });
    const ids = await this.asked.open(tx, asks, now);
    return new Map(asking.map(({ id }, index) => [id, ids.slice(index * 2, index * 2 + 2)]));
  }
}

/** What a ticket's answer is owed as: material counts for timeliness (Q11), a feedback does not. */
export function answerOwed(answer: NoticeContent['answer'], number: string): Pick<AskedObligation, 'kind' | 'title'> {
  return answer === 'material'
    ? { kind: 'material', title: `${number}材料` }
    : { kind: 'ticket-answer', title: `${number}反馈` };
}

/** The last number of a kind and year. */
export const LAST_NUMBER =
  'SELECT MAX(number) AS number FROM supervision_notice WHERE group_id = ? AND kind = ? AND year = ?';

async function nextNumber(tx: EntityManager, { groupId, kind }: LockedNotice, year: number): Promise<number> {
  const [last] = await rowsIn<{ number: number | string | null }>(tx, LAST_NUMBER, [groupId, kind, year]);
  return Number(last?.number ?? 0) + 1;
}
