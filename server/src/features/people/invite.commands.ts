import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMinutes } from '@jiannuo/shared/kernel';
import {
  decideSignInOf,
  decideSuccessor,
  isPermitted,
  PEOPLE_LIMITS,
  ROLE_NAMES,
  type InvitePurpose,
  type InviteView,
  type Successor,
} from '@jiannuo/shared/people';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { appointmentFacts, asHeld, heldBy, type AppointmentFacts } from './persistence/appointment.repository';
import { insertInvite } from './persistence/invite-code.repository';
import { SecretMaker } from './secret-maker';
import { hashOfInviteCode } from './secrets';

/** A fresh code and the slow hash of it, made before any transaction begins. */
interface DrawnCode {
  readonly code: string;
  readonly codeHash: string;
}

interface Order {
  readonly actor: Actor | 'command-line';
  readonly appointment: AppointmentFacts;
  readonly purpose: InvitePurpose;
  readonly successor: Successor | null;
  readonly madeBy: string;
}

/** Making single-use codes. */
@Injectable()
export class InviteCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly secrets: SecretMaker,
    private readonly clock: Clock,
  ) {}

  /**
   * A code for an appointment, shown this once and kept only as a hash; it makes older ones worthless. For one's own
   * appointment the code hands the post over, to `successor` if named; for somebody else's in the group it binds that
   * person's WeChat, in place of a former account. Throws `appointment.*`, `person.*`.
   */
  async make(actor: Actor, appointmentId: string, successor: Successor | null): Promise<InviteView> {
    const purpose: InvitePurpose = appointmentId === actor.appointmentId ? 'hand-over' : 'bind';
    const code = await this.draw();
    return this.transactions.run(async (tx) => {
      const appointment = await this.invitable(tx, actor, { appointmentId, purpose });
      const madeBy = purpose === 'bind' ? actor.unitName : `原${ROLE_NAMES[actor.role]}`;
      const named = purpose === 'bind' ? null : checkedSuccessor(successor, appointment);
      return this.keep(tx, code, { actor, appointment, purpose, successor: named, madeBy });
    });
  }

  /** A code that binds the person of any valid appointment, for whoever may run the command line. */
  async issue(appointmentId: string): Promise<InviteView> {
    const code = await this.draw();
    return this.transactions.run(async (tx) => {
      const appointment = await appointmentFacts(tx, appointmentId);
      if (appointment?.endedAt !== null) throw DomainError.notFound('appointment.not-found');
      const order = { actor: 'command-line', purpose: 'bind', successor: null, madeBy: '命令行' } as const;
      return this.keep(tx, code, { ...order, appointment });
    });
  }

  private async draw(): Promise<DrawnCode> {
    const code = this.secrets.inviteCode();
    return { code, codeHash: await hashOfInviteCode(code) };
  }

  private async keep(tx: EntityManager, { code, codeHash }: DrawnCode, order: Order): Promise<InviteView> {
    const { actor, appointment, purpose, successor, madeBy } = order;
    const now = this.clock.now();
    const expiresAt = addMinutes(now, PEOPLE_LIMITS.inviteHours * 60);
    const place = { id: this.secrets.id(), codeHash, appointmentId: appointment.id };
    await insertInvite(tx, { ...place, purpose, successor, madeBy, expiresAt, usedAt: null }, now);
    await this.audit.record(tx, {
      actor,
      groupId: appointment.groupId,
      action: 'people.invite',
      subject: { kind: 'appointment', id: appointment.id },
      detail: { purpose, expiresAt },
    });
    return { code, expiresAt };
  }

  private async invitable(
    tx: EntityManager,
    actor: Actor,
    { appointmentId, purpose }: { readonly appointmentId: string; readonly purpose: InvitePurpose },
  ): Promise<AppointmentFacts> {
    const appointment = await appointmentFacts(tx, appointmentId);
    const isWithin = purpose === 'hand-over' || isPermitted(actor.role, 'people.manage');
    if (appointment?.groupId !== actor.groupId || !isWithin) throw DomainError.notFound('appointment.not-found');
    if (appointment.endedAt !== null) throw DomainError.conflict('appointment.ended-already');
    if (purpose === 'hand-over') return appointment;
    const held = await heldBy(tx, appointment.personId);
    const allowed = decideSignInOf(actor.role, actor.groupId, held.map(asHeld));
    if (!allowed.ok) throw DomainError.from(allowed.refusals, 'forbidden');
    return appointment;
  }
}

function checkedSuccessor(successor: Successor | null, appointment: AppointmentFacts): Successor | null {
  if (successor === null) return null;
  const outcome = decideSuccessor(successor, appointment.role);
  if (!outcome.ok) throw DomainError.from(outcome.refusals);
  return outcome.value;
}
