import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatDue } from '@jiannuo/shared/kernel';
import { nextDueAt } from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database, placesFor } from '../../../platform/database';
import type { DeliveryOrder } from '../../../platform/notifications';
import { Outbox } from '../../../platform/outbox';
import { PeopleQueries, type Contact } from '../../people';
import {
  draftNews,
  endNews,
  heldWords,
  informing,
  issuedNews,
  leaderNews,
  leadNews,
  nameOf,
  secretNews,
  unitNews,
  urgeNews,
  type News,
  type ToldNotice,
} from './news.words';
import { MOVED, type MovedEvent } from '../supervision.journal';
import { orders, TicketMail } from './ticket.mail';
import { TICKETS, type TicketRecord } from '../tickets/ticket.queries';
import { URGE_SUBJECT } from '../tickets/ticket.subject';

/** Tickets of one notice that are told of at once. */
const TICKETS_AT_ONCE = 50;
/** The kinds of which a unit's leader is told as well. */
const FOR_LEADERS = ['order', 'listing', 'talk'];
/** What its units hear of a notice that they have: how it ended, and what became of what it rests on. */
const TOLD_TO_UNITS: readonly MovedEvent['action'][] = [
  'void',
  'correct',
  'delist',
  'finding-cleared',
  'shake',
  'keep',
];
/** What the units named in a confidential notice hear of, and what its readers in the lead unit hear of beside. */
const TOLD_TO_RECEIVERS: readonly MovedEvent['action'][] = [
  'issue',
  'finding-cleared',
  'void',
  'correct',
  'succeed',
  'shake',
  'keep',
];
const TOLD_TO_READERS: readonly MovedEvent['action'][] = [
  ...TOLD_TO_RECEIVERS,
  'send',
  'check',
  'send-back',
  'sign',
  'outcome',
];

const NOTICE = `SELECT id, group_id AS groupId, kind, year, number, title, state, is_confidential AS isConfidential,
    writer_appointment_id AS writerAppointmentId FROM supervision_notice WHERE id = ?`;

/**
 * Tells people what was done to notices and tickets: units of what they have to do and of how it ended, the lead unit of
 * what waits for it. What has moved on meanwhile is not told any more. Of a confidential one only named persons hear.
 */
@Injectable()
export class SupervisionNews implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly mail: TicketMail,
  ) {}

  onModuleInit(): void {
    this.outbox.hear<MovedEvent>(MOVED, (event, id) => this.tell(event, id));
  }

  private async tell(event: MovedEvent, key: string): Promise<void> {
    const notice = await this.database.row<ToldNotice>(NOTICE, [event.noticeId]);
    if (notice === null) return;
    if (notice.isConfidential) await this.tellReaders(event, notice, key);
    else if (event.ticketId !== null) await this.tellOfTicket(event, event.ticketId, key);
    else await this.tellOfNotice(event, notice, key);
  }

  private async tellOfNotice(event: MovedEvent, notice: ToldNotice, key: string): Promise<void> {
    const { action, byUnit } = event;
    if (action === 'issue') return this.tellUnits(notice, key, byUnit);
    if (TOLD_TO_UNITS.includes(action)) return this.tellEnd(event, notice, key);
    const news = draftNews(event, notice);
    if (news === null) return;
    const officers = await this.people.contactsOf({ groupId: notice.groupId, unitId: null }, 'all', 'lead-officer');
    const isForWriter = action !== 'send';
    const readers = officers.filter(({ appointmentId }) => {
      return appointmentId !== event.byAppointmentId && (!isForWriter || appointmentId === notice.writerAppointmentId);
    });
    await this.mail.put(notice.groupId, readers, news, key);
  }

  /** A notice was issued: its units' officers have to sign, or only to know it. */
  private async tellUnits(notice: ToldNotice, key: string, byUnit: string): Promise<void> {
    for await (const tickets of this.ticketsOf(notice.id)) {
      const unitIds = tickets.map(({ unitId }) => unitId);
      const scope = { groupId: notice.groupId, unitId: null };
      const liaisons = byUnitId(await this.people.contactsOf(scope, unitIds, 'liaison'));
      const leaders = FOR_LEADERS.includes(notice.kind)
        ? byUnitId(await this.people.contactsOf(scope, unitIds, 'leader'))
        : new Map<string, readonly Contact[]>();
      for (const ticket of tickets.filter(({ state }) => state !== 'withdrawn')) {
        const news = issuedNews(ticket, byUnit, this.clock.now());
        await this.mail.put(notice.groupId, leaders.get(ticket.unitId) ?? [], news, `${key}:leader`);
        if (ticket.state === 'informed')
          await this.mail.put(notice.groupId, liaisons.get(ticket.unitId) ?? [], news, key);
      }
      const toSign = tickets.filter(({ state }) => state === 'to-sign');
      await this.mail.order(toSign.flatMap((ticket) => this.ordersOf(ticket, liaisons.get(ticket.unitId), byUnit)));
    }
  }

  private ordersOf(ticket: TicketRecord, contacts: readonly Contact[] = [], byUnit: string): readonly DeliveryOrder[] {
    const dueAt = ticket.signDueAt ?? this.clock.now();
    const held = heldWords(ticket, this.clock.now());
    const news: News = {
      ...informing(ticket, byUnit),
      list: 'to-do',
      title: nameOf(ticket, held === '' ? '要签收' : `${held}，要签收`),
      body: `${formatDue(dueAt, this.clock.now())}签收。`,
    };
    const answerBy = ticket.answerDueAt ?? dueAt;
    return orders(ticket, contacts, { news, slot: 'issued', dueAt: answerBy, now: this.clock.now() });
  }

  /** An issued notice ended, or what it rests on did: its units' officers hear of it, and the leaders where they were told of it. */
  private async tellEnd(event: MovedEvent, notice: ToldNotice, key: string): Promise<void> {
    const scope = { groupId: notice.groupId, unitId: null };
    for await (const tickets of this.ticketsOf(notice.id)) {
      const unitIds = tickets.map(({ unitId }) => unitId);
      const liaisons = await this.people.contactsOf(scope, unitIds, 'liaison');
      const isTold = FOR_LEADERS.includes(notice.kind);
      const leaders = isTold ? await this.people.contactsOf(scope, unitIds, 'leader') : [];
      const contacts = byUnitId([...liaisons, ...leaders]);
      const goesOn = event.action === 'correct' ? await this.unitsOfCorrection(notice.id, unitIds) : new Set(unitIds);
      for (const ticket of tickets) {
        const ending = goesOn.has(ticket.unitId) ? event.action : 'left-out';
        const news = endNews(ticket, event.byUnit, ending, this.clock.now());
        await this.mail.put(notice.groupId, contacts.get(ticket.unitId) ?? [], news, key);
      }
    }
  }

  /** Of these units, those to which the correction of a notice went as well. */
  private async unitsOfCorrection(noticeId: string, unitIds: readonly string[]): Promise<ReadonlySet<string>> {
    const sql = `SELECT t.unit_id AS unitId FROM supervision_ticket t JOIN supervision_notice n ON n.id = t.notice_id
      WHERE n.corrects_id = ? AND n.state = 'issued' AND t.unit_id IN (${placesFor(unitIds)})`;
    const rows = await this.database.rows<{ readonly unitId: string }>(sql, [noticeId, ...unitIds]);
    return new Set(rows.map(({ unitId }) => unitId));
  }

  private async tellOfTicket(event: MovedEvent, ticketId: string, key: string): Promise<void> {
    const ticket = await this.database.row<TicketRecord>(`${TICKETS} WHERE t.id = ?`, [ticketId]);
    if (ticket === null) return;
    const scope = { groupId: ticket.groupId, unitId: null };
    const forLead = leadNews(event, ticket);
    if (forLead !== null) {
      await this.mail.put(ticket.groupId, await this.people.contactsOf(scope, 'all', 'lead-officer'), forLead, key);
    }
    if (event.action === 'urge') await this.tellUrged(event, ticket, key);
    else await this.tellOwnUnit(event, ticket, key);
  }

  /** The unit hears of its ticket, and of more time also its leader (分管领导). */
  private async tellOwnUnit(event: MovedEvent, ticket: TicketRecord, key: string): Promise<void> {
    const now = this.clock.now();
    const scope = { groupId: ticket.groupId, unitId: null };
    const forUnit = unitNews(event, ticket, now);
    const forLeader = event.action.endsWith('-extension') ? (leaderNews(event, ticket, now) ?? forUnit) : null;
    if (forLeader !== null) {
      const leaders = await this.people.contactsOf(scope, [ticket.unitId], 'leader');
      await this.mail.put(ticket.groupId, leaders, forLeader, key);
    }
    if (forUnit === null) return;
    const liaisons = await this.people.contactsOf(scope, [ticket.unitId], 'liaison');
    if (event.action !== 'return') return this.mail.put(ticket.groupId, liaisons, forUnit, key);
    const dueAt = ticket.answerDueAt ?? now;
    await this.mail.order(orders(ticket, liaisons, { news: forUnit, slot: `return:${key}`, dueAt, now }));
  }

  /** 催办: one message to each of the unit's officers, whatever else was sent. */
  private async tellUrged(event: MovedEvent, ticket: TicketRecord, key: string): Promise<void> {
    const now = this.clock.now();
    const news = urgeNews(event, ticket, now);
    if (news === null) return;
    const scope = { groupId: ticket.groupId, unitId: null };
    const liaisons = await this.people.contactsOf(scope, [ticket.unitId], 'liaison');
    const dueAt = nextDueAt(ticket) ?? now;
    const occasion = { news, slot: `urge:${key}`, dueAt, now, subjectKind: URGE_SUBJECT };
    await this.mail.order(orders(ticket, liaisons, occasion));
  }

  /** Word of a confidential notice says by its number that there is one, and only to those who are named: no message goes out. */
  private async tellReaders(event: MovedEvent, notice: ToldNotice, key: string): Promise<void> {
    if (!TOLD_TO_READERS.includes(event.action)) return;
    const readers = await this.database.rows<{ appointmentId: string; role: string; unitId: string }>(
      `SELECT a.id AS appointmentId, a.role, a.unit_id AS unitId FROM supervision_reader r
       JOIN appointment a ON a.id = r.appointment_id WHERE r.notice_id = ? AND a.ended_at IS NULL`,
      [notice.id],
    );
    const { toAppointmentId } = event;
    const others = readers.filter(({ appointmentId }) => {
      return appointmentId !== event.byAppointmentId && appointmentId === (toAppointmentId ?? appointmentId);
    });
    const news = { kind: 'confidential', ...secretNews(event, notice), sender: event.byUnit };
    const officers = others.filter(({ role }) => role === 'lead-officer');
    const target = { kind: 'notice', id: notice.id } as const;
    const list = event.action === 'send' ? 'to-do' : 'to-know';
    await this.mail.put(notice.groupId, officers, { ...news, list, target }, key);
    if (!TOLD_TO_RECEIVERS.includes(event.action)) return;
    const isNew = event.action === 'issue' || event.action === 'succeed';
    for await (const tickets of this.ticketsOf(notice.id)) {
      for (const { id, unitId, state } of tickets) {
        const received = isNew && state === 'to-sign' ? 'to-do' : 'to-know';
        const named = others.filter((reader) => reader.unitId === unitId);
        await this.mail.put(notice.groupId, named, { ...news, list: received, target: { kind: 'ticket', id } }, key);
      }
    }
  }

  /** A unit from which a notice was withdrawn by itself heard so, and hears no more of it. */
  private async *ticketsOf(noticeId: string): AsyncGenerator<readonly TicketRecord[]> {
    let last = '';
    for (;;) {
      const page = await this.database.rows<TicketRecord>(
        `${TICKETS} WHERE t.notice_id = ? AND t.id > ? AND NOT EXISTS (SELECT 1 FROM supervision_event w
           WHERE w.ticket_id = t.id AND w.action = 'withdraw') ORDER BY t.id LIMIT ${String(TICKETS_AT_ONCE)}`,
        [noticeId, last],
      );
      if (page.length > 0) yield page;
      if (page.length < TICKETS_AT_ONCE) return;
      last = page[page.length - 1]?.id ?? '';
    }
  }
}

function byUnitId(contacts: readonly Contact[]): ReadonlyMap<string, readonly Contact[]> {
  const byUnit = new Map<string, Contact[]>();
  for (const contact of contacts) byUnit.set(contact.unitId, [...(byUnit.get(contact.unitId) ?? []), contact]);
  return byUnit;
}
