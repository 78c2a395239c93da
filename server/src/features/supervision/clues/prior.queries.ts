import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Refusal } from '@jiannuo/shared/kernel';
import {
  noticeNumber,
  type ChainChange,
  type Delivery,
  type Dossier,
  type TiedNotice,
  type LadderDeed,
  type NoticeKind,
  type NoticeState,
  type Prior,
  type PriorCircular,
  type PriorNotice,
} from '@jiannuo/shared/supervision';
import { Database, placesFor, type SqlValue } from '../../../platform/database';
import { deedsOf } from '../tickets/ticket.deeds';
import { IS_SHAKEN } from '../waiting/reader.asks';

/** How many tickets, and how many items of circulars, count as what came before; older ones do not. */
const MOST = 300;

interface Row extends Omit<Delivery, 'deeds'> {
  readonly ticketId: string;
  readonly id: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly noticeState: NoticeState;
  readonly issuedAt: Instant;
  readonly dueAt: Instant | null;
  readonly heldAt: Instant | null;
  readonly earlierId: string | null;
  readonly linkId: string | null;
  readonly isShaken: boolean | number;
}

/** How a notice ends as a whole, and what moves it with one unit. */
const ENDS = "'void', 'correct', 'delist'";
const MOVES = `'sign', 'enter-sign', 'answer', 'enter-answer', 'take-back', 'ask-extension', 'grant-extension',
  'refuse-extension', 'finish', 'return', 'withdraw'`;

/** What is read: which tickets `t` with their notices `n`, and which items `c`. */
interface Asked {
  readonly tickets: string;
  readonly items: string;
  readonly parameters: readonly (readonly SqlValue[])[];
}

/** A dossier, the units that it is about, and the moment as of which it counts items. */
interface DossierAsked {
  readonly dossier: Dossier;
  readonly unitIds: readonly string[];
  readonly asOf: Instant;
}

/** Reads what was issued to units before, and what circulars named of them. */
@Injectable()
export class PriorQueries {
  constructor(private readonly database: Database) {}

  /**
   * What these units had, the latest first: notices in force with how each unit stands with them, and items that were not
   * taken back. What was only copied or withdrawn is none, nor is what is for named persons alone. Notices that were
   * declared void or corrected stand beside them, by what they tie together.
   */
  async of(groupId: string, unitIds: readonly string[], tx?: EntityManager): Promise<Prior> {
    if (unitIds.length === 0) return { notices: [], circulars: [] };
    const places = placesFor(unitIds);
    const tickets = `t.unit_id IN (${places}) AND t.part <> 'copy' AND t.state <> 'withdrawn'
      AND n.state IN ('issued', 'delisted')`;
    const items = `c.unit_id IN (${places}) AND c.withdrawn_at IS NULL`;
    const prior = await this.read(groupId, { tickets, items, parameters: [unitIds, unitIds] }, tx);
    const sql = `${ENDED} AND t.unit_id IN (${places}) ${LATEST}`;
    const ended = await this.database.rows<EndedRow>(sql, [groupId, false, ...unitIds], tx);
    return ended.length === 0 ? prior : { ...prior, ended: endedOf(ended) };
  }

  /**
   * What a dossier names, the latest first: its notices as they stand with these units now, whatever became of them since,
   * and its items as they stood at that moment.
   */
  inDossier(
    groupId: string,
    { dossier: { noticeIds, circularIds }, unitIds, asOf }: DossierAsked,
    tx?: EntityManager,
  ): Promise<Prior> {
    const tickets = `n.id IN (${placesFor(['', ...noticeIds])}) AND t.unit_id IN (${placesFor(['', ...unitIds])})`;
    const items = `c.id IN (${placesFor(['', ...circularIds])}) AND (c.withdrawn_at IS NULL OR c.withdrawn_at > ?)`;
    const parameters = [
      ['', ...noticeIds, '', ...unitIds],
      ['', ...circularIds, asOf],
    ];
    return this.read(groupId, { tickets, items, parameters }, tx);
  }

  /**
   * Why a dossier names what these units do not have any more: an item that was taken back, a notice that was declared
   * void or corrected. Null where it names what they never had, of which nothing is told.
   */
  async goneOf(
    tx: EntityManager,
    groupId: string,
    { dossier: { noticeIds, circularIds }, unitIds }: Omit<DossierAsked, 'asOf'>,
  ): Promise<Refusal | null> {
    const units = placesFor(unitIds);
    const [item] = await this.database.rows<{ readonly title: string }>(
      `SELECT title FROM supervision_circular WHERE group_id = ? AND withdrawn_at IS NOT NULL
         AND id IN (${placesFor(['', ...circularIds])}) AND unit_id IN (${units}) ORDER BY id LIMIT 1`,
      [groupId, '', ...circularIds, ...unitIds],
      tx,
    );
    if (item !== undefined) return { code: 'supervision.dossier-named-no-more', facts: item };
    const [ended] = await this.database.rows<Pick<Row, 'kind' | 'year' | 'number'>>(
      `SELECT n.kind, n.year, n.number FROM supervision_notice n WHERE n.group_id = ? AND n.is_confidential = ?
         AND n.state IN ('voided', 'corrected') AND n.id IN (${placesFor(['', ...noticeIds])})
         AND EXISTS (SELECT 1 FROM supervision_ticket t WHERE t.notice_id = n.id AND t.unit_id IN (${units}))
       ORDER BY n.id LIMIT 1`,
      [groupId, false, '', ...noticeIds, ...unitIds],
      tx,
    );
    if (ended === undefined) return null;
    const { kind, year, number } = ended;
    return { code: 'supervision.dossier-ended', facts: { title: noticeNumber(kind, year, number) } };
  }

  /** What became of these notices with these units, and of these items, after that moment, the earliest first. */
  async since(ids: readonly string[], unitIds: readonly string[], after: Instant): Promise<readonly ChainChange[]> {
    const named = ['', ...ids];
    const units = ['', ...unitIds];
    const rows = await this.database.rows<ChainChange & { readonly ofEvent: string }>(
      `SELECT e.notice_id AS id, e.action, e.happened_at AS at, e.due_at AS dueAt, u.name AS unitName, e.id AS ofEvent
       FROM supervision_event e LEFT JOIN supervision_ticket t ON t.id = e.ticket_id LEFT JOIN unit u ON u.id = t.unit_id
       WHERE e.notice_id IN (${placesFor(named)}) AND e.at > ?
         AND ((e.ticket_id IS NULL AND e.action IN (${ENDS})) OR (t.unit_id IN (${placesFor(units)}) AND (e.action IN (${MOVES}) OR (e.action = 'keep' AND e.due_at IS NOT NULL))))
       UNION ALL SELECT c.id, 'withdraw', c.withdrawn_at, NULL, NULL, c.id FROM supervision_circular c
       WHERE c.id IN (${placesFor(named)}) AND c.withdrawn_at > ? ORDER BY at, ofEvent`,
      [...named, after, ...units, ...named, after],
    );
    return rows.map(({ id, action, at, dueAt, unitName }) => ({ id, action, at, dueAt, unitName }));
  }

  private async read(groupId: string, { tickets, items, parameters }: Asked, tx?: EntityManager): Promise<Prior> {
    const [ofTickets = [], ofItems = []] = parameters;
    const rows = await this.database.rows<Row>(
      `${DELIVERIES} WHERE t.group_id = ? AND n.is_confidential = ? AND ${tickets}
       ORDER BY t.issued_at DESC, n.id DESC, u.number LIMIT ${String(MOST)}`,
      [groupId, false, ...ofTickets],
      tx,
    );
    const circulars = await this.database.rows<PriorCircular>(
      `${CIRCULARS} WHERE c.group_id = ? AND ${items} ORDER BY c.issued_on DESC, c.id DESC LIMIT ${String(MOST)}`,
      [groupId, ...ofItems],
      tx,
    );
    const ids = rows.map(({ ticketId }) => ticketId);
    return { notices: noticesOf(rows, await deedsOf(this.database, ids, tx)), circulars };
  }
}

const DELIVERIES = `SELECT n.id, n.kind, n.year, n.number, n.title, n.state AS noticeState, n.issued_at AS issuedAt,
    n.due_at AS dueAt, n.held_at AS heldAt, n.earlier_id AS earlierId, n.link_id AS linkId, t.unit_id AS unitId, u.name AS unitName, t.state,
    n.answer, t.id AS ticketId, t.opened_at AS openedAt, a.due_at AS answerDueAt, a.id AS answerId,
    CASE WHEN a.due_at > a.original_due_at THEN a.due_at END AS grantedUntil, t.sheltered_until AS shelteredUntil,
    CASE WHEN n.state = 'issued' AND ${IS_SHAKEN} THEN 1 ELSE 0 END AS isShaken
  FROM supervision_ticket t JOIN supervision_notice n ON n.id = t.notice_id JOIN unit u ON u.id = t.unit_id
  LEFT JOIN obligation a ON a.id = t.answer_obligation_id`;
const CIRCULARS = `SELECT c.id, c.title, c.issued_on AS issuedOn, c.shortfall, c.unit_id AS unitId, u.name AS unitName,
    c.obligation_id AS obligationId
  FROM supervision_circular c JOIN unit u ON u.id = c.unit_id`;

interface EndedRow extends Omit<TiedNotice, 'answerIds'> {
  readonly answerId: string | null;
}

const ENDED = `SELECT n.id, n.earlier_id AS earlierId, n.link_id AS linkId, t.answer_obligation_id AS answerId
  FROM supervision_ticket t JOIN supervision_notice n ON n.id = t.notice_id
  WHERE t.group_id = ? AND n.is_confidential = ? AND n.state IN ('voided', 'corrected')`;
const LATEST = `ORDER BY t.issued_at DESC, n.id DESC LIMIT ${String(MOST)}`;

function endedOf(rows: readonly EndedRow[]): readonly TiedNotice[] {
  return rows.map(({ answerId, ...notice }) => ({ ...notice, answerIds: answerId === null ? [] : [answerId] }));
}

function noticesOf(rows: readonly Row[], deeds: ReadonlyMap<string, readonly LadderDeed[]>): readonly PriorNotice[] {
  const notices = new Map<string, PriorNotice>();
  for (const row of rows) {
    const { id, kind, year, number, title, noticeState: state, issuedAt, dueAt, heldAt, earlierId, linkId } = row;
    const { deliveries } = notices.get(id) ?? { deliveries: [] };
    notices.set(id, {
      ...{ id, kind, number: noticeNumber(kind, year, number), title, state, issuedAt, dueAt, earlierId, linkId },
      ...(heldAt === null ? {} : { heldAt }),
      ...(Number(row.isShaken) === 1 ? { isShaken: true } : {}),
      deliveries: [...deliveries, deliveryOf(row, deeds.get(row.ticketId) ?? [])],
    });
  }
  return [...notices.values()];
}

/** Why a notice was shaken stands in its own timeline: what it rested on may be nothing for the readers of a chain. */
function deliveryOf(row: Row, all: readonly LadderDeed[]): Delivery {
  const deeds = all.filter(({ action }) => action !== 'shake');
  const { unitId, unitName, state, answer, openedAt, answerDueAt, grantedUntil, shelteredUntil, answerId } = row;
  return { unitId, unitName, state, answer, openedAt, deeds, answerDueAt, grantedUntil, shelteredUntil, answerId };
}
