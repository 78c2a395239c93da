import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  carriedOver,
  type Addressee,
  type Carried,
  type HeldTicket,
  type NoticeContent,
} from '@jiannuo/shared/supervision';
import { forUpdate, rowsIn } from '../../../platform/database';
import type { Replaced } from '../../obligations';
import type { Deed } from '../supervision.journal';

/** What a unit has of a notice that is about to be corrected. */
interface Before extends HeldTicket {
  readonly unitId: string;
  readonly ticketId: string;
  readonly askedAt: Instant | null;
  readonly shelteredUntil: Instant | null;
}

/** Who of a unit asked for more time, and why. */
interface Request {
  readonly unitId: string;
  readonly text: string;
  readonly personName: string;
  readonly unitName: string;
}

/** What of that goes over, with the words of its request. */
export interface CarriedTicket extends Carried {
  readonly before: Before;
  readonly request: Request | null;
}

/** What the units of a notice have of it, and by when it asked at first: read before its tickets end. */
export interface HeldNotice {
  readonly firstDueAt: Instant | null;
  readonly tickets: ReadonlyMap<string, Before>;
  /** The last request for more time of each unit that waits for an answer. */
  readonly requests: ReadonlyMap<string, Request>;
}

const NO_REQUEST = { asked_due_at: null, asked_at: null, sheltered_until: null };
export const NOTHING_HELD: HeldNotice = { firstDueAt: null, tickets: new Map(), requests: new Map() };

const HELD = `SELECT t.unit_id AS unitId, t.part, t.state, t.handler, t.asked_due_at AS askedDueAt,
    t.asked_at AS askedAt, t.sheltered_until AS shelteredUntil, t.id AS ticketId,
    (SELECT o.due_at FROM obligation o WHERE o.id = t.answer_obligation_id) AS answerDueAt
  FROM supervision_ticket t WHERE t.notice_id = ?`;
const REQUESTS = `SELECT t.unit_id AS unitId, e.text, e.by_name AS personName, e.by_unit_name AS unitName
  FROM supervision_event e JOIN supervision_ticket t ON t.id = e.ticket_id
  WHERE t.notice_id = ? AND t.asked_due_at IS NOT NULL AND e.action IN ('ask-extension', 'carry-extension')
  ORDER BY e.at, e.id`;

/** What the units have of a notice, locked until the transaction ends. */
export async function heldOf(tx: EntityManager, noticeId: string): Promise<HeldNotice> {
  const text = 'SELECT content FROM supervision_notice WHERE id = ?';
  const [notice] = await rowsIn<{ readonly content: string }>(tx, text, [noticeId]);
  if (notice === undefined) return NOTHING_HELD;
  const { dueAt } = JSON.parse(notice.content) as NoticeContent;
  const rows = await rowsIn<Before>(tx, `${HELD} ${forUpdate(tx)}`, [noticeId]);
  const requests = await rowsIn<Request>(tx, REQUESTS, [noticeId]);
  return {
    firstDueAt: dueAt,
    tickets: new Map(rows.map((row) => [row.unitId, row])),
    requests: new Map(requests.map((request) => [request.unitId, request])),
  };
}

/** What a unit addressed by a correction keeps of that; null where it had nothing. */
export function carriedTo(
  { unitId, part }: Addressee,
  { answer, dueAt }: NoticeContent,
  { firstDueAt, tickets, requests }: HeldNotice,
): CarriedTicket | null {
  const before = tickets.get(unitId);
  if (before === undefined) return null;
  return { ...carriedOver(before, firstDueAt, { answer, dueAt, part }), before, request: requests.get(unitId) ?? null };
}

/** What a new ticket begins with. */
export function columnsOf(carried: CarriedTicket | null): Readonly<Record<string, string | null>> {
  if (carried === null) return { handler: '', ...NO_REQUEST };
  const { handler, isAsking, before } = carried;
  const request = { asked_due_at: before.askedDueAt, asked_at: before.askedAt, sheltered_until: before.shelteredUntil };
  return { handler, ...(isAsking ? request : NO_REQUEST) };
}

/** The lines with which its timeline begins: what it keeps, and the request that goes on to wait. */
export function linesOf(
  { handler, dueAt, isAsking, before, request }: CarriedTicket,
  ticket: Pick<Deed, 'actor' | 'groupId' | 'noticeId' | 'ticketId' | 'now'>,
): readonly Deed[] {
  const lines: Deed[] = [];
  const text = handler === '' ? '' : `现由${handler}办`;
  if (dueAt !== null || handler !== '') lines.push({ ...ticket, action: 'carry', text, dueAt });
  if (isAsking && request !== null) {
    // It is still the unit's word, whoever issued the correction.
    const actor = { appointmentId: null, personName: request.personName, unitName: request.unitName } as const;
    lines.push({ ...ticket, actor, action: 'carry-extension', text: request.text, dueAt: before.askedDueAt });
  }
  return lines;
}

/** The tickets that units had before, each with the answer that they owe instead. */
export function replacedIn(
  made: readonly { readonly addressee: Addressee; readonly answerId: string | null }[],
  { tickets }: HeldNotice,
): readonly Replaced[] {
  return made.flatMap(({ addressee: { unitId }, answerId }) => {
    const ticketId = tickets.get(unitId)?.ticketId;
    return ticketId === undefined || answerId === null ? [] : [{ unitId, ticketId, to: answerId }];
  });
}

/** The obligations that are owed later than the correction itself says, by until when. */
export function laterOf(
  made: readonly { readonly carried: CarriedTicket | null; readonly answerId: string | null }[],
): ReadonlyMap<Instant, readonly string[]> {
  const later = new Map<Instant, readonly string[]>();
  for (const { carried, answerId } of made) {
    const dueAt = carried?.dueAt ?? null;
    if (dueAt !== null && answerId !== null) later.set(dueAt, [...(later.get(dueAt) ?? []), answerId]);
  }
  return later;
}
