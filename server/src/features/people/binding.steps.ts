import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DateText, Instant } from '@jiannuo/shared/kernel';
import type { BindingStep } from '@jiannuo/shared/people';
import { Audit } from '../../platform/audit';
import { Sessions } from '../../platform/identity';
import { actorIn } from './appointment.directory';
import { endAppointment, insertAppointment, type AppointmentFacts } from './persistence/appointment.repository';
import { useInvite, type StoredInvite } from './persistence/invite-code.repository';
import { insertPerson } from './persistence/person.repository';
import type { TicketFacts } from './persistence/sign-in-ticket.repository';
import { unitNameOf } from './persistence/unit.repository';
import {
  accountOfPerson,
  insertAccount,
  rememberAppointment,
  removeAccount,
  type AccountFacts,
} from './persistence/wechat-account.repository';
import { SecretMaker } from './secret-maker';
import { namedSuccessor } from './successor';

/** Everything that was read, and locked, for one binding. */
export interface Binding {
  readonly ticket: TicketFacts;
  readonly appointment: AppointmentFacts;
  /** The code entered for this appointment. */
  readonly invite: StoredInvite | null;
  /** Whose the ticket's account is already. */
  readonly account: AccountFacts | null;
  readonly now: Instant;
  readonly today: DateText;
}

/** Who is signed in by a binding. */
export interface BoundOwner {
  readonly personId: string;
  readonly appointmentId: string;
}

/** Carries out what was decided about a binding. */
@Injectable()
export class BindingSteps {
  constructor(
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly secrets: SecretMaker,
  ) {}

  /** Does the step and answers who is signed in by it. */
  async take(tx: EntityManager, step: BindingStep, binding: Binding): Promise<BoundOwner> {
    const { appointment } = binding;
    const owner = { personId: appointment.personId, appointmentId: appointment.id };
    switch (step) {
      case 'open':
        await rememberAppointment(tx, owner.personId, owner.appointmentId);
        return owner;
      case 'bind':
      case 'replace':
        await this.tie(tx, binding, owner);
        await this.record(tx, 'people.bind', {
          owner,
          detail: { by: binding.invite === null ? 'phone' : 'code', step },
        });
        return owner;
      case 'hand-over':
        return this.handOver(tx, binding);
    }
  }

  private async tie(tx: EntityManager, binding: Binding, owner: BoundOwner): Promise<void> {
    const { ticket, account, invite, now } = binding;
    const former = await accountOfPerson(tx, ticket.appId, owner.personId);
    for (const old of [account, former]) if (old !== null) await removeAccount(tx, old.id);
    if (former !== null) await this.sessions.revokeAllOf(tx, { personId: owner.personId });
    await insertAccount(tx, { id: this.secrets.id(), appId: ticket.appId, openId: ticket.openId, ...owner, now });
    if (invite !== null) await useInvite(tx, invite.id, now);
  }

  private async handOver(tx: EntityManager, binding: Binding): Promise<BoundOwner> {
    const { appointment, invite, account, now, today } = binding;
    if (invite === null) throw new Error('A handover needs its code.');
    const named = namedSuccessor(invite, appointment, await unitNameOf(tx, appointment.unitId));
    const owner = { personId: account?.personId ?? this.secrets.id(), appointmentId: this.secrets.id() };
    await endAppointment(tx, appointment.id, { now, today });
    await this.sessions.revokeAllOf(tx, { appointmentId: appointment.id });
    if (account === null) await insertPerson(tx, { id: owner.personId, name: named.personName, phone: null, now });
    const { groupId, unitId, role } = appointment;
    const post = { groupId, unitId, role, section: named.section, post: named.post };
    const listing = { validFrom: today, listedBy: invite.madeBy, listedOn: today };
    const head = { isSectionHead: named.isSectionHead, notHeadReason: named.notHeadReason };
    await insertAppointment(tx, { id: owner.appointmentId, personId: owner.personId, ...post, ...head, ...listing });
    if (account === null) await this.tie(tx, binding, owner);
    else await rememberAppointment(tx, owner.personId, owner.appointmentId);
    await this.record(tx, 'people.hand-over', { owner, detail: { from: appointment.id, to: owner.appointmentId } });
    return owner;
  }

  private async record(
    tx: EntityManager,
    action: string,
    what: { readonly owner: BoundOwner; readonly detail: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const actor = await actorIn(tx, what.owner.appointmentId);
    await this.audit.record(tx, {
      actor: actor === null ? 'system' : { ...actor, sessionId: '' },
      groupId: actor?.groupId ?? null,
      action,
      subject: { kind: 'appointment', id: what.owner.appointmentId },
      detail: what.detail,
    });
  }
}
