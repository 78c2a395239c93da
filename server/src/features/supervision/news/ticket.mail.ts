import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { noticeNumber, type NoticeKind } from '@jiannuo/shared/supervision';
import { Transactions } from '../../../platform/database';
import { DeliveryCommands, InboxCommands, type DeliveryOrder } from '../../../platform/notifications';
import type { Contact } from '../../people';
import type { News } from './news.words';
import { MOVED } from '../supervision.journal';
import type { TicketRecord } from '../tickets/ticket.queries';
import { TICKET_SUBJECT } from '../tickets/ticket.subject';

/** Puts news of notices and tickets on its way: into inboxes, and where something has to be done as a message. */
@Injectable()
export class TicketMail {
  constructor(
    private readonly inbox: InboxCommands,
    private readonly deliveries: DeliveryCommands,
    private readonly transactions: Transactions,
  ) {}

  /** Puts a line into inboxes; the same key twice is one line. */
  async put(
    groupId: string,
    readers: readonly { readonly appointmentId: string }[],
    news: News,
    key: string,
  ): Promise<void> {
    if (readers.length === 0) return;
    const notices = readers.map(({ appointmentId }) => {
      return { ...news, groupId, appointmentId, key: `${MOVED}:${key}:${news.target.id}:${appointmentId}` };
    });
    await this.transactions.run((tx) => this.inbox.put(tx, notices).then(() => null));
  }

  /** Orders what was not ordered before: the message may come again after a crash. */
  async order(all: readonly DeliveryOrder[]): Promise<void> {
    await this.transactions.run((tx) => this.deliveries.order(tx, all));
  }
}

/** What a message is about. */
interface Occasion {
  readonly news: News;
  readonly slot: string;
  readonly dueAt: Instant;
  readonly now: Instant;
  /** What it is to the courier; a ticket to be taken on when left out. */
  readonly subjectKind?: string;
}

/** Which template word of a kind of notice goes out with. */
export function purposeOf(kind: NoticeKind): 'warning' | 'ticket' {
  return kind === 'warning' ? 'warning' : 'ticket';
}

/** One message a person, or straight to the call list where the unit has nobody. */
export function orders(
  ticket: TicketRecord,
  contacts: readonly Contact[],
  occasion: Occasion,
): readonly DeliveryOrder[] {
  const { news, slot, dueAt, now, subjectKind = TICKET_SUBJECT } = occasion;
  const readers = contacts.length > 0 ? contacts.map(({ appointmentId }) => appointmentId) : [null];
  return readers.map((appointmentId) => ({
    groupId: ticket.groupId,
    unitId: ticket.unitId,
    appointmentId,
    purpose: purposeOf(ticket.kind),
    subjectKind,
    about: news.title,
    isPersonal: true,
    sendAt: now,
    staleAt: null,
    subjects: [{ id: ticket.id, slot, title: noticeNumber(ticket.kind, ticket.year, ticket.number), dueAt }],
    notices: [news],
  }));
}
