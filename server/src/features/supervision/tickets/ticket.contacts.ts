import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { ReminderState } from '@jiannuo/shared/notifications';
import type { TicketContactsView } from '@jiannuo/shared/supervision';
import { Database } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { callReasonWords } from '../../../platform/notifications';
import { PeopleQueries } from '../../people';
import { knownTicket } from '../supervision.lock';
import { URGE_SUBJECT } from './ticket.subject';

interface UrgeRow {
  readonly at: Instant;
  readonly state: ReminderState;
  readonly reason: string | null;
}

/** Tells the lead unit whom to call about a ticket, and what became of the last reminder that it sent itself (催办). */
@Injectable()
export class TicketContacts {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
  ) {}

  /** The liaisons of the ticket's unit with telephone, its leaders where it has none, and how the last 催办 stands: as delivered where it reached one of them. */
  async of(actor: Actor, id: string): Promise<TicketContactsView> {
    const { where, parameters } = knownTicket(actor);
    const ticket = await this.database.row<{ unitId: string }>(
      `SELECT t.unit_id AS unitId FROM supervision_ticket t JOIN supervision_notice n ON n.id = t.notice_id
       WHERE t.id = ? AND ${where}`,
      [id, ...parameters],
    );
    if (ticket === null) throw DomainError.notFound('supervision.not-found');
    const [liaisons, urge] = await Promise.all([
      this.people.contactsOf(scopeOf(actor), [ticket.unitId], 'liaison'),
      this.lastUrge(id),
    ]);
    const lacksLiaison = liaisons.length === 0;
    const called = lacksLiaison ? await this.people.contactsOf(scopeOf(actor), [ticket.unitId], 'leader') : liaisons;
    const contacts = called.map(({ personName, post, phone }) => ({ personName, post, phone: phone ?? '' }));
    return { lacksLiaison, contacts, urge };
  }

  private async lastUrge(id: string): Promise<TicketContactsView['urge']> {
    const row = await this.database.row<UrgeRow>(
      `SELECT d.created_at AS at, s.state, d.reason FROM delivery_subject s JOIN delivery d ON d.id = s.delivery_id
       WHERE s.subject_id = ? AND d.subject_kind = ?
       ORDER BY d.created_at DESC, CASE s.state WHEN 'delivered' THEN 0 ELSE 1 END, s.id LIMIT 1`,
      [id, URGE_SUBJECT],
    );
    if (row === null) return null;
    return { ...row, reason: row.state === 'call-list' ? callReasonWords(row.reason) : null };
  }
}
