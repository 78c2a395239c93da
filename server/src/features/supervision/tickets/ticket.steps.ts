import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import {
  decideAsking,
  eveningSince,
  noticeNumber,
  returnDueAt,
  shelteredUntil,
  type AskedBefore,
  type TicketAction,
  type TicketStep,
} from '@jiannuo/shared/supervision';
import { lockRow, rowsIn } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { AskedObligations, HandIns } from '../../obligations';
import { EvidenceFiles } from './evidence-files';
import { allowed, type LockedTicket } from '../supervision.lock';
import { SupervisionYears } from '../supervision-years';

/** A step that was allowed. */
export interface AllowedStep {
  readonly actor: Actor;
  readonly ticket: LockedTicket;
  readonly action: TicketAction;
  readonly step: TicketStep;
  readonly happenedAt: Instant;
  readonly now: Instant;
}

/** What a step changes, and what its line of the timeline says. */
export interface TicketChange {
  readonly columns: Readonly<Record<string, string | number | null>>;
  /** Whether nobody has anything to do about the ticket any more, until somebody is told anew. */
  readonly settles: boolean;
  /** What its line says, where that is not just what was written. */
  readonly text?: string;
  readonly evidence?: readonly Evidence[];
  readonly dueAt?: Instant | null;
  readonly version?: number;
}

type Effect = (tx: EntityManager, step: AllowedStep) => Promise<TicketChange>;

const NOTHING: TicketChange = { columns: {}, settles: false };
/** A request for more time that waits no more. */
const ASKED_NO_MORE = { asked_due_at: null, asked_at: null, sheltered_until: null };

const ASKED_BEFORE = `SELECT action, due_at AS dueAt, text FROM supervision_event
  WHERE ticket_id = ? AND action LIKE '%-extension' ORDER BY at, id`;

const URGED_SINCE = `SELECT e.id FROM supervision_event e JOIN supervision_ticket t ON t.id = e.ticket_id
  WHERE t.unit_id = ? AND e.action = 'urge' AND e.at >= ? LIMIT 1`;

/** What each step does beside moving the ticket on. Each belongs to a transaction in which the caller has decided. */
@Injectable()
export class TicketSteps {
  private readonly effects: Readonly<Record<TicketAction, Effect>>;

  constructor(
    private readonly handIns: HandIns,
    private readonly asked: AskedObligations,
    private readonly files: EvidenceFiles,
    private readonly years: SupervisionYears,
  ) {
    const sign: Effect = (tx, step) => this.sign(tx, step);
    const answer: Effect = (tx, step) => this.answer(tx, step);
    this.effects = {
      sign,
      'enter-sign': sign,
      answer,
      'enter-answer': answer,
      note: () => Promise.resolve(NOTHING),
      urge: (tx, step) => this.urge(tx, step),
      outcome: () => Promise.resolve(NOTHING),
      'hand-over': (_, { step }) => Promise.resolve({ ...NOTHING, columns: { handler: step.handler } }),
      'take-back': (tx, step) => this.takeBack(tx, step),
      'ask-extension': (tx, step) => this.askExtension(tx, step),
      'grant-extension': (tx, step) => this.grantExtension(tx, step),
      'drop-extension': () => Promise.resolve({ columns: ASKED_NO_MORE, settles: true }),
      'refuse-extension': () => Promise.resolve({ columns: ASKED_NO_MORE, settles: true }),
      finish: () => Promise.resolve({ columns: ASKED_NO_MORE, settles: true }),
      return: (tx, step) => this.return(tx, step),
      withdraw: (tx, step) => this.withdraw(tx, step),
    };
  }

  /** Does what the step asks for, and says what of the ticket changes. */
  take(tx: EntityManager, step: AllowedStep): Promise<TicketChange> {
    return this.effects[step.action](tx, step);
  }

  private async sign(tx: EntityManager, step: AllowedStep): Promise<TicketChange> {
    await this.meet(tx, step, step.ticket.signObligationId);
    return { columns: {}, settles: true };
  }

  private async answer(tx: EntityManager, step: AllowedStep): Promise<TicketChange> {
    const { actor, ticket, now } = step;
    const said = { evidence: step.step.evidence, unitId: ticket.unitId, now };
    const evidence = await this.files.handIn(tx, actor, said);
    await this.meet(tx, step, ticket.answerObligationId);
    const answers = Number(ticket.answers) + 1;
    const request = isInTime(step) ? ASKED_NO_MORE : {};
    return { columns: { answers, answered_at: now, ...request }, settles: true, evidence, version: answers };
  }

  /** The first answer decides timeliness; what was met stays so. */
  private async meet(
    tx: EntityManager,
    { actor, ticket, action, step, happenedAt, now }: AllowedStep,
    id: string | null,
  ): Promise<void> {
    if (id === null) return;
    const owed = await this.asked.find(tx, id);
    if (owed?.metAt !== null || owed.waivedAt !== null) return;
    await this.handIns.meet(tx, {
      obligationId: id,
      metAt: happenedAt,
      channel: step.channel,
      metBy: actor.appointmentId,
      recordId: ticket.id,
    });
    if (action === 'enter-answer') await this.asked.entered(tx, id, { actor, reason: '', now });
  }

  /** What came for the notice before stands, whatever becomes of the answer to the one that corrects it. */
  private async takeBack(tx: EntityManager, { ticket }: AllowedStep): Promise<TicketChange> {
    const { answerObligationId: id, metAt, issuedAt } = ticket;
    if (id !== null && metAt !== null && metAt >= issuedAt) await this.handIns.reopen(tx, id);
    return { columns: { answered_at: null }, settles: true };
  }

  /** By day each of a unit's tickets by itself; in the evening a unit is disturbed once, however many are late. */
  private async urge(tx: EntityManager, { ticket, now }: AllowedStep): Promise<TicketChange> {
    const since = eveningSince(now, await this.years.clocksAt(ticket.groupId, now, tx));
    if (since === null) return NOTHING;
    await lockRow(tx, 'unit', ticket.unitId);
    const urged = await rowsIn(tx, URGED_SINCE, [ticket.unitId, since]);
    if (urged.length > 0) throw DomainError.conflict('supervision.urged-tonight');
    return NOTHING;
  }

  private async askExtension(tx: EntityManager, { ticket, step, now }: AllowedStep): Promise<TicketChange> {
    const dueAt = step.dueAt ?? now;
    const wish = { dueAt, reason: step.text, now };
    allowed(await this.asked.decideExtension(tx, ticket.answerObligationId ?? '', wish));
    const before = await rowsIn<AskedBefore>(tx, ASKED_BEFORE, [ticket.id]);
    const text = allowed(decideAsking(step, ticket.dueAt, before, now));
    const clocks = await this.years.clocksAt(ticket.groupId, now, tx);
    const request = { askedDueAt: dueAt, askedAt: now, answerDueAt: ticket.dueAt };
    const sheltered = shelteredUntil(request, before, clocks);
    return {
      columns: { asked_due_at: dueAt, asked_at: now, sheltered_until: sheltered },
      settles: false,
      dueAt,
      text,
    };
  }

  private async grantExtension(tx: EntityManager, { actor, ticket, step, now }: AllowedStep): Promise<TicketChange> {
    const dueAt = step.dueAt ?? ticket.askedDueAt ?? now;
    const id = ticket.answerObligationId ?? '';
    const reason = step.text === '' ? '同意延期申请' : step.text;
    allowed(await this.asked.decideGrant(tx, id, { dueAt, reason, now }));
    await this.asked.extend(tx, [id], dueAt, { actor, reason, now });
    return { columns: ASKED_NO_MORE, settles: true, dueAt };
  }

  private async return(tx: EntityManager, { ticket, now }: AllowedStep): Promise<TicketChange> {
    const dueAt = returnDueAt(now, ticket.dueAt ?? now, await this.years.clocksAt(ticket.groupId, now, tx));
    const [id = null] = await this.asked.open(tx, [correctionOf(ticket, dueAt)], now);
    return { columns: { ...ASKED_NO_MORE, answer_obligation_id: id, answered_at: null }, settles: true, dueAt };
  }

  private async withdraw(tx: EntityManager, { actor, ticket, step, now }: AllowedStep): Promise<TicketChange> {
    const owed = [ticket.signObligationId, ticket.answerObligationId].flatMap((id) => id ?? []);
    await this.asked.release(tx, owed, { actor, reason: step.text, now });
    return { columns: ASKED_NO_MORE, settles: true };
  }
}

/** Whether a hand-in needs no more time: the first that came decides, and a request that it leaves late goes on to wait. */
function isInTime({ ticket: { dueAt, metAt }, happenedAt }: AllowedStep): boolean {
  return dueAt === null || (metAt ?? happenedAt) < dueAt;
}

/** What a return opens is a feedback, also where material was asked: its first hand-in has decided timeliness. */
function correctionOf(ticket: LockedTicket, dueAt: Instant): Parameters<AskedObligations['open']>[1][number] {
  const { groupId, unitId, id, kind, year, number } = ticket;
  const title = `${noticeNumber(kind, year, number)}退回修改`;
  return { groupId, unitId, kind: 'ticket-answer', title, article: '第十四条', dueAt, recordId: id };
}
