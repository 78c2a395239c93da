import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  decideTicket,
  nextDueAt,
  parseStep,
  urgeFrom,
  type ClockSettings,
  type TicketAction,
  type TicketSituation,
  type TicketStanding,
} from '@jiannuo/shared/supervision';
import { execute, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { InboxCommands } from '../../../platform/notifications';
import { SupervisionJournal } from '../supervision.journal';
import { allowed, lockTicket, type LockedTicket } from '../supervision.lock';
import { SupervisionYears } from '../supervision-years';
import { TicketSteps, type AllowedStep, type TicketChange } from './ticket.steps';

/** A step as it came in; the shared parser reads what was said with it. */
export interface TicketStepInput {
  readonly action: TicketAction;
}

/** What units and the lead unit do with tickets (art. 13, 14): sign, handle, answer, review, return, extend, hand over. */
@Injectable()
export class TicketCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: TicketSteps,
    private readonly journal: SupervisionJournal,
    private readonly inbox: InboxCommands,
    private readonly years: SupervisionYears,
  ) {}

  /**
   * Takes a ticket one step on, as its transition table allows. Signing and answering meet their obligations at the
   * moment of arrival, or at the true time where the lead unit enters them; a return opens a short obligation of its own.
   */
  step(actor: Actor, id: string, input: TicketStepInput): Promise<TicketStanding> {
    return this.transactions.run(async (tx, now) => {
      const ticket = await lockTicket(tx, actor, id);
      const { action } = input;
      const when = { now, clocks: await this.years.clocksAt(ticket.groupId, now, tx) };
      const state = allowed(decideTicket(action, situationOf(actor, ticket, when)));
      const step = allowed(parseStep(action, input, now));
      const happenedAt = step.receivedAt ?? now;
      if (happenedAt < ticket.issuedAt) throw DomainError.invalid('supervision.received-before-issue');
      const change = await this.steps.take(tx, { actor, ticket, action, step, happenedAt, now });
      await write(tx, id, { state, ...change.columns });
      if (change.settles) await this.inbox.settle(tx, [id]);
      await this.journal.record(tx, deedOf({ actor, ticket, action, step, happenedAt, now }, change));
      return { id, state };
    });
  }
}

function deedOf(
  { actor, ticket, action, step, happenedAt, now }: AllowedStep,
  change: TicketChange,
): Parameters<SupervisionJournal['record']>[1] {
  return {
    actor,
    groupId: ticket.groupId,
    noticeId: ticket.noticeId,
    ticketId: ticket.id,
    action,
    text: change.text ?? (action === 'hand-over' ? step.handler : step.text),
    evidence: change.evidence ?? [],
    dueAt: change.dueAt ?? null,
    version: change.version ?? 0,
    happenedAt,
    now,
  };
}

/** The asker's part in a decision about a ticket. */
export function situationOf(
  actor: Actor,
  ticket: Pick<
    LockedTicket,
    | 'state'
    | 'answer'
    | 'unitId'
    | 'askedDueAt'
    | 'askedAt'
    | 'channel'
    | 'dueAt'
    | 'metAt'
    | 'signDueAt'
    | 'urgedAt'
    | 'isShaken'
  >,
  { now, clocks }: { readonly now: Instant; readonly clocks: ClockSettings },
): TicketSituation {
  const { state, answer, unitId, askedDueAt, askedAt, channel, dueAt, metAt, signDueAt, urgedAt } = ticket;
  return {
    state,
    answer,
    role: actor.role,
    isOwn: unitId === actor.unitId,
    isExtensionAsked: askedDueAt !== null,
    askedAt,
    isEntered: channel !== null && channel !== 'app',
    dueAt,
    metAt,
    isShaken: Number(ticket.isShaken) === 1,
    nextDueAt: nextDueAt({ state, signDueAt, answerDueAt: dueAt, metAt }),
    urgeFrom: urgedAt === null ? null : urgeFrom(urgedAt, clocks),
    now,
  };
}

async function write(
  tx: EntityManager,
  id: string,
  columns: Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const names = Object.keys(columns);
  const sets = names.map((name) => `${name} = ?`).join(', ');
  await execute(tx, `UPDATE supervision_ticket SET ${sets} WHERE id = ?`, [...Object.values(columns), id]);
}
