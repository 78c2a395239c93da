import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { formatDue, type Instant } from '@jiannuo/shared/kernel';
import { isGrave, noticeNumber } from '@jiannuo/shared/supervision';
import { batchesOf, forUpdate, placesFor, rowsIn, Transactions } from '../../../platform/database';
import { ConsentQueries, DeliveryCommands, InboxCommands, type DeliveryOrder } from '../../../platform/notifications';
import { PeopleQueries, type Contact } from '../../people';
import type { WaitingTicket } from '../waiting/lead.waiting';
import { nameOf, waitingWords } from './news.words';
import { purposeOf } from './ticket.mail';
import { waitsForLead } from '../tickets/ticket.queries';
import { REVIEW_SUBJECT } from '../tickets/ticket.subject';

/** Tickets that one transaction locks. */
const TICKETS_AT_ONCE = 50;

/** A ticket of which the lead unit is to be reminded. */
export interface ReviewReminder {
  readonly ticket: WaitingTicket;
  readonly dueAt: Instant;
  /** What makes it the only one of its ticket: the rung, and the time to which it belongs. */
  readonly slot: string;
}

/** Puts reminders of reviews into inboxes and on their way. */
@Injectable()
export class ReviewMail {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleQueries,
    private readonly consents: ConsentQueries,
    private readonly inbox: InboxCommands,
    private readonly deliveries: DeliveryCommands,
  ) {}

  /** Sends what was not sent before to every officer of the lead unit. */
  async send(groupId: string, reminders: readonly ReviewReminder[], now: Instant): Promise<void> {
    const officers = await this.people.contactsOf({ groupId, unitId: null }, 'all', 'lead-officer');
    const reachable = await this.reachable(officers);
    for (const some of batchesOf(reminders, TICKETS_AT_ONCE)) {
      await this.transactions.run(async (tx) => {
        // Locked, so that no line is put about what is reviewed at this moment.
        const open = await stillWaiting(tx, some);
        await this.inbox.put(
          tx,
          open.flatMap((reminder) => officers.map((officer) => lineFor(reminder, officer, now))),
        );
        const grave = open.filter(({ ticket }) => isGrave(ticket.kind));
        await this.deliveries.order(
          tx,
          reachable.flatMap((officer) => orderFor(grave, officer, now)),
        );
        return null;
      });
    }
  }

  /** The officers whom WeChat would still take a message for: nobody of the lead unit is put on its own call list. */
  private async reachable(officers: readonly Contact[]): Promise<readonly Contact[]> {
    const openIds = officers.flatMap(({ openId }) => openId ?? []);
    const grants = await this.consents.grantsFor(purposeOf('listing'), openIds);
    return officers.filter(({ openId }) => openId !== null && (grants.get(openId) ?? 0) > 0);
  }
}

async function stillWaiting(
  tx: EntityManager,
  reminders: readonly ReviewReminder[],
): Promise<readonly ReviewReminder[]> {
  const ids = reminders.map(({ ticket }) => ticket.id).sort();
  const rows = await rowsIn<{ id: string }>(
    tx,
    `SELECT id FROM supervision_ticket WHERE id IN (${placesFor(ids)})
       AND ${waitsForLead('supervision_ticket')} ORDER BY id${forUpdate(tx)}`,
    ids,
  );
  const open = new Set(rows.map(({ id }) => id));
  return reminders.filter(({ ticket }) => open.has(ticket.id));
}

function lineFor(
  { ticket, dueAt, slot }: ReviewReminder,
  { appointmentId }: Contact,
  now: Instant,
): Parameters<InboxCommands['put']>[1][number] {
  const { id, groupId, unitName } = ticket;
  const due = now < dueAt ? formatDue(dueAt, now) : `${formatDue(dueAt, now)}已超期`;
  return {
    groupId,
    appointmentId,
    list: 'to-do',
    kind: 'review-due',
    title: `${unitName}${nameOf(ticket, `${waitingWords(ticket)}，${due}`)}`,
    body: ticket.title,
    sender: '践诺通',
    target: { kind: 'ticket', id },
    key: `review:${id}:${slot}:${appointmentId}`,
  };
}

/** One message an officer, whatever it is about. */
function orderFor(reminders: readonly ReviewReminder[], officer: Contact, now: Instant): readonly DeliveryOrder[] {
  const [first] = reminders;
  if (first === undefined) return [];
  const subjects = reminders.map(({ ticket, dueAt, slot }) => {
    const { id, kind, year, number, unitName } = ticket;
    return { id, slot, dueAt, title: `${unitName}${noticeNumber(kind, year, number)}` };
  });
  return [
    {
      groupId: first.ticket.groupId,
      unitId: officer.unitId,
      appointmentId: officer.appointmentId,
      purpose: purposeOf(first.ticket.kind),
      subjectKind: REVIEW_SUBJECT,
      about: subjects.map(({ title }) => title).join('、'),
      isPersonal: false,
      sendAt: now,
      staleAt: null,
      subjects,
      notices: [],
    },
  ];
}
