import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import {
  clauseOf,
  nextDueAt,
  noticeNumber,
  requestDueAt,
  reviewDueAt,
  ticketActions,
  type Answer,
  type ClockSettings,
  type NoticeContent,
  type NoticeKind,
  type NoticeState,
  type Part,
  type SupervisionEvent,
  type TicketListView,
  type TicketRow,
  type TicketState,
  type TicketView,
} from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database, type SqlValue } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { NoticePapers } from '../notices/notice.papers';
import { namesOf } from '../drafting/notice.texts';
import { Openings } from '../notices/openings';
import { knownTicket } from '../supervision.lock';
import { SupervisionYears } from '../supervision-years';
import { situationOf } from './ticket.commands';
import { openTicket } from './ticket.deeds';
import { Timeline } from '../notices/timeline';
import { IS_SHAKEN } from '../waiting/reader.asks';

/** How many that are over stand on one page; all that are open stand on the first, up to the bound. */
const PAGE = 50;
const MOST_OPEN = 300;
/** How many units that handle a matter together a ticket names. */
const MOST_PARTIES = 20;

/** A ticket with its notice and what it owes, as the tables hold them. */
export interface TicketRecord {
  readonly id: string;
  readonly noticeId: string;
  readonly groupId: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly answer: Answer;
  readonly noticeState: NoticeState;
  /** When the talk is held; null of every other kind. */
  readonly heldAt: Instant | null;
  readonly isConfidential: boolean;
  readonly unitId: string;
  readonly unitName: string;
  readonly part: Part;
  readonly state: TicketState;
  readonly handler: string;
  readonly issuedAt: Instant;
  readonly askedDueAt: Instant | null;
  readonly askedAt: Instant | null;
  readonly shelteredUntil: Instant | null;
  readonly openedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly signDueAt: Instant | null;
  readonly answerDueAt: Instant | null;
  /** When the answer that is owed now came in, also for a notice that this one corrects; null while it has not. */
  readonly metAt: Instant | null;
  /** How the answer that is owed now came in; null while it has not. */
  readonly channel: Channel | null;
  readonly isShaken: boolean | number;
}

const COLUMNS = `t.id, t.notice_id AS noticeId, t.group_id AS groupId, n.kind, n.year, n.number, n.title, n.answer,
    n.state AS noticeState, n.held_at AS heldAt, n.is_confidential AS isConfidential, t.unit_id AS unitId, u.name AS unitName, t.part,
    t.state, t.handler, t.issued_at AS issuedAt, t.asked_due_at AS askedDueAt, t.asked_at AS askedAt,
    t.sheltered_until AS shelteredUntil, t.opened_at AS openedAt, t.answered_at AS answeredAt, s.due_at AS signDueAt, a.due_at AS answerDueAt,
    a.met_at AS metAt, a.channel,
    CASE WHEN n.state = 'issued' AND ${IS_SHAKEN} THEN 1 ELSE 0 END AS isShaken`;
const FROM = `FROM supervision_ticket t JOIN supervision_notice n ON n.id = t.notice_id JOIN unit u ON u.id = t.unit_id
  LEFT JOIN obligation s ON s.id = t.sign_obligation_id LEFT JOIN obligation a ON a.id = t.answer_obligation_id`;
/** Reads tickets with their notices, to be narrowed by a condition on `t` and `n`. */
export const TICKETS = `SELECT ${COLUMNS} ${FROM}`;

const TEXT = `SELECT content, corrects_id AS correctsId, finding_cleared_at AS findingClearedAt, issued_chain AS issuedChain
  FROM supervision_notice WHERE id = ?`;

interface TextRow {
  readonly content: string;
  readonly correctsId: string | null;
  readonly findingClearedAt: Instant | null;
  readonly issuedChain: string | null;
}

const OPEN = openTicket('t');

/** Reads tickets for screens. */
@Injectable()
export class TicketQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: SupervisionYears,
    private readonly timeline: Timeline,
    private readonly openings: Openings,
    private readonly papers: NoticePapers,
  ) {}

  /** The tickets of the actor's own unit: the open ones, the soonest due first, then a page of the others, the latest first. */
  async list(actor: Actor, before: Instant | null): Promise<TicketListView> {
    const { where, parameters } = knownTicket(actor);
    const own = `${where} AND t.unit_id = ?`;
    const mine: SqlValue[] = [...parameters, actor.unitId];
    const now = this.clock.now();
    const [clocks, open, over] = await Promise.all([
      this.years.clocksAt(actor.groupId, now),
      before === null
        ? this.read(`${own} AND ${OPEN} ORDER BY t.issued_at DESC LIMIT ${String(MOST_OPEN)}`, mine)
        : Promise.resolve([]),
      this.read(
        `${own} AND NOT ${OPEN} AND (? IS NULL OR t.issued_at < ?)
         ORDER BY t.issued_at DESC, t.id DESC LIMIT ${String(PAGE + 1)}`,
        [...mine, before, before],
      ),
    ]);
    const rowOf = (record: TicketRecord): TicketRow => ticketRowOf(record, clocks);
    const soonest = open.map(rowOf).sort((a, b) => (turnOf(a) < turnOf(b) ? -1 : 1));
    return {
      serverNow: now,
      rows: [...soonest, ...over.slice(0, PAGE).map(rowOf)],
      hasMore: over.length > PAGE,
    };
  }

  /** One ticket with its requirement, its timeline and what the actor may do. */
  async view(actor: Actor, id: string): Promise<TicketView> {
    const { where, parameters } = knownTicket(actor);
    const [record] = await this.read(`t.id = ? AND ${where}`, [id, ...parameters]);
    if (record === undefined) throw DomainError.notFound('supervision.not-found');
    const now = this.clock.now();
    const isConfidential = Boolean(record.isConfidential);
    const watermark = await this.openings.record(actor, { kind: 'ticket', id }, { isConfidential, now });
    const openedAt = await this.openings.receive(actor, record, now);
    const [clocks, text, parties, history, lastAnswer] = await Promise.all([
      this.years.clocksAt(record.groupId, now),
      this.textOf(record.noticeId),
      this.partiesOf(actor, record),
      this.timeline.ofTicket(id),
      this.timeline.lastAnswer(record.noticeId, record.unitId),
    ]);
    const { content } = text;
    return {
      ...ticketRowOf({ ...record, openedAt }, clocks),
      serverNow: now,
      isConfidential,
      watermark,
      answer: record.answer,
      clause: clauseOf(record.kind, content.ground),
      requirement: content.requirement,
      accused: [...(await namesOf(this.database, content.accusedIds ?? [])).values()],
      fields: content.fields,
      parties,
      evidence: content.evidence,
      attachments: await this.timeline.filesOfTicket(record, [
        ...history,
        ...(lastAnswer === null ? [] : [lastAnswer]),
      ]),
      signDueAt: record.signDueAt,
      findingClearedAt: text.findingClearedAt,
      firstDueAt: content.dueAt,
      shelteredUntil: record.shelteredUntil,
      lastAnswer,
      actions: ticketActions(
        situationOf(actor, { ...record, dueAt: record.answerDueAt, urgedAt: lastUrge(history) }, { now, clocks }),
      ),
      history,
      ...(await this.papers.of(actor, {
        ...{ ...text, id: record.noticeId, kind: record.kind, number: record.number, issuedAt: record.issuedAt },
        ...{ isConfidential, addressees: shownTo(record, content), now },
        unit: { id: record.unitId, signedAt: signedAt(history) },
      })),
    };
  }

  private read(where: string, parameters: readonly SqlValue[]): Promise<TicketRecord[]> {
    return this.database.rows<TicketRecord>(`${TICKETS} WHERE ${where}`, parameters);
  }

  private async textOf(noticeId: string): Promise<Omit<TextRow, 'content'> & { readonly content: NoticeContent }> {
    const row = await this.database.row<TextRow>(TEXT, [noticeId]);
    if (row === null) throw DomainError.notFound('supervision.not-found');
    return { ...row, content: JSON.parse(row.content) as NoticeContent };
  }

  /** Who handles the matter together; of a notice to many the unit sees itself alone. */
  private async partiesOf(actor: Actor, { noticeId, unitName, part }: TicketRecord): Promise<TicketView['parties']> {
    const rows = await this.database.rows<TicketView['parties'][number]>(
      `SELECT u.name AS unitName, t.part, t.state FROM supervision_ticket t JOIN unit u ON u.id = t.unit_id
       WHERE t.notice_id = ? ORDER BY CASE t.part WHEN 'main' THEN 0 WHEN 'co' THEN 1 ELSE 2 END, u.number
       LIMIT ${String(MOST_PARTIES)}`,
      [noticeId],
    );
    if (rows.every((row) => row.part === 'main')) return [{ unitName, part, state: null }];
    const leads = actor.role === 'lead-officer' || part === 'main';
    return rows.map((row) => (leads && row.part !== 'copy' ? row : { ...row, state: null }));
  }
}

/** Whom the paper of a unit's ticket names: of a matter shared by several everybody, else that unit alone. */
function shownTo({ unitId }: TicketRecord, { addressees }: NoticeContent): NoticeContent['addressees'] {
  const isShared = addressees.some(({ part }) => part !== 'main');
  return addressees.filter((each) => isShared || each.unitId === unitId);
}

/** When a ticket was signed for, by whomever it was entered; null while it is not. */
function signedAt(history: readonly SupervisionEvent[]): Instant | null {
  return history.find(({ action }) => action === 'sign' || action === 'enter-sign')?.happenedAt ?? null;
}

/** The soonest due first; what waits for the lead unit to say what holds is pressed by nobody. */
function turnOf({ dueAt, isShaken }: TicketRow): string {
  return isShaken ? '8' : (dueAt ?? '9');
}

function lastUrge(history: readonly SupervisionEvent[]): Instant | null {
  return history.filter(({ action }) => action === 'urge').at(-1)?.at ?? null;
}

/** A ticket as lists show it. */
export function ticketRowOf(record: TicketRecord, clocks: ClockSettings): TicketRow {
  const { id, noticeId, kind, year, number, title, unitId, unitName, part, state, handler, issuedAt } = record;
  return {
    id,
    noticeId,
    kind,
    number: noticeNumber(kind, year, number),
    title,
    unitId,
    unitName,
    part,
    state,
    handler,
    noticeState: record.noticeState,
    issuedAt,
    openedAt: record.openedAt,
    answerDueAt: record.answerDueAt,
    metAt: record.metAt,
    dueAt: nextDueAt(record),
    heldAt: record.heldAt,
    isExtensionAsked: record.askedDueAt !== null,
    askedDueAt: record.askedDueAt,
    isShaken: Number(record.isShaken) === 1,
    reviewDueAt: leadDueAt(record, clocks),
  };
}

/** The tickets of that alias that wait for the lead unit: for the review of an answer, for an answer to a request. */
export function waitsForLead(ticket: string): string {
  return `(${ticket}.state = 'answered' OR ${ticket}.asked_due_at IS NOT NULL)`;
}

/** By when the lead unit means to have reviewed an answer or answered a request; null where neither waits. */
export function leadDueAt(
  { state, answeredAt, askedAt, answerDueAt }: Pick<TicketRecord, 'state' | 'answeredAt' | 'askedAt' | 'answerDueAt'>,
  clocks: ClockSettings,
): Instant | null {
  // A request goes before the review of what came meanwhile.
  if (askedAt !== null) return requestDueAt(askedAt, answerDueAt, clocks);
  return state === 'answered' && answeredAt !== null ? reviewDueAt(answeredAt, clocks) : null;
}
