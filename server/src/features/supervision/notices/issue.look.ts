import { Injectable } from '@nestjs/common';
import { beijingDate, type Instant } from '@jiannuo/shared/kernel';
import {
  correctingOf,
  dueDoubts,
  noticeNumber,
  ruleOf,
  signDueAt,
  type Correcting,
  type LastLook,
  type NoticeContent,
  type NoticeKind,
  type TicketRow,
} from '@jiannuo/shared/supervision';
import { Database } from '../../../platform/database';
import { ConsentQueries } from '../../../platform/notifications';
import { PeopleQueries } from '../../people';
import { LAST_NUMBER } from './issue.steps';
import { SupervisionYears } from '../supervision-years';
import { purposeOf } from '../news/ticket.mail';
import { openTicket } from '../tickets/ticket.deeds';
import { ticketRowOf, TICKETS, type TicketRecord } from '../tickets/ticket.queries';

/** What is about to be issued. */
interface Issuing {
  readonly kind: NoticeKind;
  readonly content: NoticeContent;
}

/** What issuing a notice would do, for the last look before it (签发前看一眼), and how its units stand since. */
@Injectable()
export class IssueLook {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly consents: ConsentQueries,
    private readonly years: SupervisionYears,
  ) {}

  /** The number it would get, when it is to be signed for, and whom word of it would reach how. */
  async of(groupId: string, { kind, content }: Issuing, now: Instant): Promise<LastLook> {
    const year = Number(beijingDate(now).slice(0, 4));
    const last = await this.database.row<{ number: number | string | null }>(LAST_NUMBER, [groupId, kind, year]);
    const isOwed = content.answer === 'feedback' || content.answer === 'material';
    const clocks = await this.years.clocksAt(groupId, now);
    return {
      number: noticeNumber(kind, year, Number(last?.number ?? 0) + 1),
      signDueAt: isOwed ? signDueAt(now, content.dueAt, clocks) : null,
      doubts: isOwed && content.dueAt !== null ? dueDoubts(now, content.dueAt, clocks) : null,
      ...(await this.reached(groupId, kind, content)),
    };
  }

  /** How far each unit has come with an issued notice, in their official order. */
  async units(groupId: string, noticeId: string, now: Instant): Promise<readonly TicketRow[]> {
    const [clocks, records] = await Promise.all([
      this.years.clocksAt(groupId, now),
      this.database.rows<TicketRecord>(`${TICKETS} WHERE t.notice_id = ? ORDER BY u.number`, [noticeId]),
    ]);
    return records.map((record) => ticketRowOf(record, clocks));
  }

  /** The units that have still to do something about a notice and have no liaison, in their official order; of a confidential one none. */
  async unstaffed(noticeId: string): Promise<readonly string[]> {
    const rows = await this.database.rows<{ readonly name: string }>(
      `SELECT u.name FROM supervision_ticket t JOIN unit u ON u.id = t.unit_id
       JOIN supervision_notice n ON n.id = t.notice_id
       WHERE t.notice_id = ? AND n.is_confidential = ? AND t.part <> 'copy' AND ${openTicket('t')} AND NOT EXISTS (SELECT 1 FROM appointment a
         WHERE a.unit_id = t.unit_id AND a.role = 'liaison' AND a.ended_at IS NULL) ORDER BY u.number`,
      [noticeId, false],
    );
    return rows.map(({ name }) => name);
  }

  /** What issuing a correction would do to the units that have the notice which it corrects, in their official order. */
  async correcting(correctsId: string, content: NoticeContent): Promise<Correcting> {
    const held = await this.database.rows<TicketRecord>(`${TICKETS} WHERE t.notice_id = ? ORDER BY u.number`, [
      correctsId,
    ]);
    const text = 'SELECT content FROM supervision_notice WHERE id = ?';
    const before = await this.database.row<{ readonly content: string }>(text, [correctsId]);
    const firstDueAt = before === null ? null : (JSON.parse(before.content) as NoticeContent).dueAt;
    return correctingOf(held, firstDueAt, content);
  }

  /** Of a confidential notice only named persons hear, in their inbox. */
  private async reached(
    groupId: string,
    kind: NoticeKind,
    { addressees }: NoticeContent,
  ): Promise<Pick<LastLook, 'withoutOfficer' | 'officers' | 'reachable'>> {
    if (ruleOf(kind).isConfidential) return { withoutOfficer: [], officers: 0, reachable: 0 };
    const scope = { groupId, unitId: null };
    const asked = addressees.filter(({ part }) => part !== 'copy').map(({ unitId }) => unitId);
    const liaisons = await this.people.contactsOf(scope, asked, 'liaison');
    const openIds = liaisons.flatMap(({ openId }) => openId ?? []);
    const grants = await this.consents.grantsFor(purposeOf(kind), openIds);
    const staffed = new Set(liaisons.map(({ unitId }) => unitId));
    const bare = asked.filter((unitId) => !staffed.has(unitId));
    return {
      withoutOfficer: bare.length === 0 ? [] : await this.namesOf(scope, bare),
      officers: liaisons.length,
      reachable: openIds.filter((openId) => (grants.get(openId) ?? 0) > 0).length,
    };
  }

  private async namesOf(scope: Parameters<PeopleQueries['unitsOf']>[0], ids: readonly string[]): Promise<string[]> {
    const units = await this.people.unitsOf(scope);
    return units.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  }
}
