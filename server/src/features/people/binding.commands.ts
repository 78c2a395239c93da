import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate } from '@jiannuo/shared/kernel';
import { decideBinding, opensMore, type BindingStep, type SignInView } from '@jiannuo/shared/people';
import { Clock } from '../../platform/clock';
import { onceMoreOnDuplicate, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { Sessions } from '../../platform/identity';
import { BindingSteps, type Binding, type BoundOwner } from './binding.steps';
import { appointmentFacts, asHeld, heldBy, type AppointmentFacts } from './persistence/appointment.repository';
import { inviteById } from './persistence/invite-code.repository';
import { ticketWithHash } from './persistence/sign-in-ticket.repository';
import { unitNameOf } from './persistence/unit.repository';
import { accountNamed, accountOfPerson } from './persistence/wechat-account.repository';
import { hashOfToken } from './secrets';

/** Tying a WeChat account to the appointment it has proven. */
@Injectable()
export class BindingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly steps: BindingSteps,
    private readonly clock: Clock,
  ) {}

  /**
   * Binds the ticket's account to an appointment and signs in. Asking again after a lost answer signs in once more.
   * A code for a handover ends the predecessor's appointment and sessions in the same moment (art. 3).
   * Throws `ticket.expired`, `binding.*`, `invite.*`.
   */
  async bind(ticket: string, appointmentId: string): Promise<SignInView> {
    return onceMoreOnDuplicate(() =>
      this.transactions.run(async (tx) => {
        const binding = await this.bindingFor(tx, ticket, appointmentId);
        const owner =
          (await takenOver(tx, binding)) ?? (await this.steps.take(tx, await this.stepFor(tx, binding), binding));
        const { token, expiresAt } = await this.sessions.open(tx, { ...owner, device: 'phone' });
        return { kind: 'signed-in', token, expiresAt };
      }),
    );
  }

  private async bindingFor(tx: EntityManager, token: string, appointmentId: string): Promise<Binding> {
    const now = this.clock.now();
    const ticket = await ticketWithHash(tx, hashOfToken(token));
    if (ticket === null || ticket.expiresAt <= now) throw DomainError.invalid('ticket.expired');
    const code = ticket.inviteId === null ? null : await inviteById(tx, ticket.inviteId);
    const appointment = await appointmentFacts(tx, appointmentId);
    if (appointment === null) throw DomainError.notFound('binding.not-listed');
    const invite = code?.appointmentId === appointment.id ? code : null;
    const account = await accountNamed(tx, ticket);
    return { ticket, appointment, invite, account, now, today: beijingDate(now) };
  }

  private async stepFor(tx: EntityManager, binding: Binding): Promise<BindingStep> {
    const { appointment, invite, account, ticket, now } = binding;
    const ownPosts = account === null ? [] : await heldBy(tx, account.personId);
    const otherAccount = await accountOfPerson(tx, ticket.appId, appointment.personId);
    const outcome = decideBinding({
      now,
      appointment: { personId: appointment.personId, isValid: appointment.endedAt === null },
      provenPersonId: ticket.personId,
      invite,
      opensMore: invite !== null && (await this.opensMore(tx, appointment)),
      accountOwner: account && { personId: account.personId, isAppointed: ownPosts.length > 0 },
      otherAccount: otherAccount?.id === account?.id ? null : otherAccount,
    });
    if (outcome.ok) return outcome.value;
    const { code } = outcome.refusals[0];
    const taken = code === 'binding.account-taken' ? (ownPosts[0] ?? appointment) : appointment;
    throw DomainError.conflict(code, { unitName: await unitNameOf(tx, taken.unitId) });
  }

  private async opensMore(tx: EntityManager, appointment: AppointmentFacts): Promise<boolean> {
    const held = await heldBy(tx, appointment.personId);
    return opensMore(asHeld(appointment), held.map(asHeld));
  }
}

/** The post that this account took over with this very code before, when the answer to it was lost on the way. */
async function takenOver(tx: EntityManager, binding: Binding): Promise<BoundOwner | null> {
  const { appointment, invite, account } = binding;
  const isUsedUp = invite?.purpose === 'hand-over' && invite.usedAt !== null && appointment.endedAt !== null;
  if (account === null || !isUsedUp) return null;
  const posts = await heldBy(tx, account.personId);
  const post = posts.find(({ unitId, role }) => unitId === appointment.unitId && role === appointment.role);
  return post === undefined ? null : { personId: post.personId, appointmentId: post.id };
}
