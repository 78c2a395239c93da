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
    const code = this.secrets.inviteCode();
    const codeHash = await hashOfInviteCode(code);
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const appointment = await this.invitable(tx, actor, { appointmentId, purpose });
      const expiresAt = addMinutes(now, PEOPLE_LIMITS.inviteHours * 60);
      const madeBy = purpose === 'bind' ? actor.unitName : `原${ROLE_NAMES[actor.role]}`;
      const named = purpose === 'bind' ? null : checkedSuccessor(successor, appointment);
      const kept = {
        id: this.secrets.id(),
        codeHash,
        appointmentId,
        purpose,
        successor: named,
        madeBy,
        expiresAt,
        usedAt: null,
      };
      await insertInvite(tx, kept, now);
      await this.audit.record(tx, {
        actor,
        groupId: actor.groupId,
        action: 'people.invite',
        subject: { kind: 'appointment', id: appointmentId },
        detail: { purpose, expiresAt },
      });
      return { code, expiresAt };
    });
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
