import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import type { Answer, NoticeContent, NoticeKind, NoticeState, Part, TicketState } from '@jiannuo/shared/supervision';
import { lockRow, rowsIn, type SqlValue } from '../../platform/database';
import { allowedOr, DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { UNFINISHED } from './tickets/ticket.deeds';
import { HAS_GONE_READER, IS_SHAKEN } from './waiting/reader.asks';

/** A notice, locked until the transaction ends. */
export interface LockedNotice {
  readonly id: string;
  readonly groupId: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number | null;
  readonly state: NoticeState;
  readonly content: NoticeContent;
  readonly isConfidential: boolean;
  readonly earlierId: string | null;
  readonly correctsId: string | null;
  readonly findingClearedAt: Instant | null;
  readonly writerPersonId: string | null;
  readonly writerAppointmentId: string | null;
  readonly version: number;
  readonly issuedAt: Instant | null;
  readonly hasGoneReader: boolean | number;
  readonly isShaken: boolean | number;
  readonly unfinished: number | string;
}

/** A ticket, locked until the transaction ends, with what its notice says. */
export interface LockedTicket {
  readonly id: string;
  readonly noticeId: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly part: Part;
  readonly state: TicketState;
  readonly handler: string;
  readonly signObligationId: string | null;
  readonly answerObligationId: string | null;
  readonly askedDueAt: Instant | null;
  readonly askedAt: Instant | null;
  readonly answers: number;
  readonly answeredAt: Instant | null;
  readonly issuedAt: Instant;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly answer: Answer;
  readonly isConfidential: boolean;
  /** When the answer is due; null where none is owed. */
  readonly dueAt: Instant | null;
  /** When it came in, also for a notice that this one corrects; null while it has not. */
  readonly metAt: Instant | null;
  readonly signDueAt: Instant | null;
  /** When it was urged last; null where it never was. */
  readonly urgedAt: Instant | null;
  /** How the answer came; null while it has not. */
  readonly channel: Channel | null;
  readonly isShaken: boolean | number;
}

const NOTICE_SQL = `SELECT n.id, n.group_id AS groupId, n.kind, n.year, n.number, n.state, n.content,
    n.is_confidential AS isConfidential, n.earlier_id AS earlierId, n.corrects_id AS correctsId,
    n.finding_cleared_at AS findingClearedAt,
    n.writer_person_id AS writerPersonId, n.writer_appointment_id AS writerAppointmentId, n.version,
    n.issued_at AS issuedAt, ${HAS_GONE_READER} AS hasGoneReader, ${IS_SHAKEN} AS isShaken,
    ${UNFINISHED} AS unfinished
  FROM supervision_notice n WHERE n.id = ?`;

const TICKET_SQL = `SELECT t.id, t.notice_id AS noticeId, t.group_id AS groupId, t.unit_id AS unitId, t.part, t.state,
    t.handler, t.sign_obligation_id AS signObligationId, t.answer_obligation_id AS answerObligationId,
    t.asked_due_at AS askedDueAt, t.asked_at AS askedAt, t.answers, t.answered_at AS answeredAt, t.issued_at AS issuedAt, n.kind, n.year,
    n.number, n.title, n.answer, n.is_confidential AS isConfidential, o.due_at AS dueAt, o.met_at AS metAt, o.channel,
    s.due_at AS signDueAt, ${IS_SHAKEN} AS isShaken,
    (SELECT MAX(e.at) FROM supervision_event e WHERE e.ticket_id = t.id AND e.action = 'urge') AS urgedAt
  FROM supervision_ticket t JOIN supervision_notice n ON n.id = t.notice_id
  LEFT JOIN obligation o ON o.id = t.answer_obligation_id LEFT JOIN obligation s ON s.id = t.sign_obligation_id
  WHERE t.id = ?`;

/**
 * What an actor may know of, as a condition on the notice `n`: of a confidential one only where he is named himself,
 * whatever his post. Every statement of this subject that reads for somebody carries it.
 */
export function known(actor: Actor): { readonly where: string; readonly parameters: readonly SqlValue[] } {
  return {
    where: `n.group_id = ? AND (n.is_confidential = ? OR EXISTS (
      SELECT 1 FROM supervision_reader r WHERE r.notice_id = n.id AND r.appointment_id = ?))`,
    parameters: [actor.groupId, false, actor.appointmentId],
  };
}

/** The same for the ticket `t` of the notice `n`: a unit sees its own, the lead unit every one. */
export function knownTicket(actor: Actor): { readonly where: string; readonly parameters: readonly SqlValue[] } {
  const { unitId } = scopeOf(actor);
  const { where, parameters } = known(actor);
  return { where: `${where} AND (? IS NULL OR t.unit_id = ?)`, parameters: [...parameters, unitId, unitId] };
}

/** Locks and reads a notice. What is missing and what the actor may not know of look alike. */
export async function lockNotice(tx: EntityManager, actor: Actor, id: string): Promise<LockedNotice> {
  await lockRow(tx, 'supervision_notice', id);
  const { where, parameters } = known(actor);
  const [row] = await rowsIn<LockedNotice & { content: string }>(tx, `${NOTICE_SQL} AND ${where}`, [id, ...parameters]);
  if (row === undefined) throw DomainError.notFound('supervision.not-found');
  return {
    ...row,
    content: JSON.parse(row.content) as NoticeContent,
    isConfidential: Boolean(row.isConfidential),
  };
}

/** Locks and reads a ticket. What is missing and what the actor may not know of look alike. */
export async function lockTicket(tx: EntityManager, actor: Actor, id: string): Promise<LockedTicket> {
  await lockRow(tx, 'supervision_ticket', id);
  const { where, parameters } = knownTicket(actor);
  const [row] = await rowsIn<LockedTicket>(tx, `${TICKET_SQL} AND ${where}`, [id, ...parameters]);
  if (row === undefined) throw DomainError.notFound('supervision.not-found');
  return { ...row, isConfidential: Boolean(row.isConfidential) };
}

/** The value of a decision, or the error that the caller is answered with. */
export const allowed = allowedOr({
  forbidden: ['supervision.own-ticket', 'supervision.own-draft'],
  conflict: [
    'supervision.extension-asked-already',
    'supervision.extension-met',
    'supervision.extension-not-asked',
    'supervision.extension-refused-before',
    'supervision.finding-cleared',
    'supervision.no-answer',
    'supervision.not-shaken',
    'supervision.delist-unfinished',
    'supervision.readers-in-post',
    'supervision.refused-too-late',
    'supervision.request-first',
    'supervision.take-back-entered',
    'supervision.take-back-late',
    'supervision.urge-extension-asked',
    'supervision.urge-not-due',
    'supervision.urge-shaken',
    'supervision.urged-already',
    'supervision.withdraw-signed',
  ],
});
