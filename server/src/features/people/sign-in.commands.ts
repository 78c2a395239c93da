import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMinutes } from '@jiannuo/shared/kernel';
import { PEOPLE_LIMITS, type SignInView } from '@jiannuo/shared/people';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database';
import { Sessions, type Actor } from '../../platform/identity';
import { DomainError } from '../../platform/http';
import { heldBy } from './persistence/appointment.repository';
import { insertTicket } from './persistence/sign-in-ticket.repository';
import {
  accountNamed,
  markBroken,
  rememberAppointment,
  type AccountName,
} from './persistence/wechat-account.repository';
import { SecretMaker } from './secret-maker';
import { hashOfToken } from './secrets';
import { WechatProof } from './wechat-proof';

/** Signing in and out, and acting in another of one's appointments. */
@Injectable()
export class SignInCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly proof: WechatProof,
    private readonly secrets: SecretMaker,
    private readonly clock: Clock,
  ) {}

  /**
   * A session for the account behind WeChat's login code, in the appointment used last. An account that is not bound, or
   * whose person holds no appointment any more, gets a ticket to find one; so does one that asks to add a post.
   */
  async withWechat(code: string, isAdding: boolean): Promise<SignInView> {
    const name = await this.proof.account(code);
    return this.transactions.run(async (tx) => {
      const signedIn = isAdding ? null : await this.sessionFor(tx, name);
      return signedIn ?? this.ticketFor(tx, name);
    });
  }

  /** Ends this session. */
  async signOut(actor: Actor): Promise<void> {
    await this.transactions.run((tx) => this.sessions.revoke(tx, actor.sessionId));
  }

  /** Lets this session act in another appointment of the same person. Throws `appointment.not-yours`. */
  async switchAppointment(actor: Actor, appointmentId: string): Promise<{ readonly appointmentId: string }> {
    return this.transactions.run(async (tx) => {
      const held = await heldBy(tx, actor.personId);
      if (!held.some((appointment) => appointment.id === appointmentId)) {
        throw DomainError.notFound('appointment.not-yours');
      }
      await this.sessions.switchAppointment(tx, actor.sessionId, appointmentId);
      await rememberAppointment(tx, actor.personId, appointmentId);
      return { appointmentId };
    });
  }

  private async sessionFor(tx: EntityManager, name: AccountName): Promise<SignInView | null> {
    const account = await accountNamed(tx, name);
    if (account === null) return null;
    const held = await heldBy(tx, account.personId);
    const appointment = held.find(({ id }) => id === account.lastAppointmentId) ?? held[0];
    if (appointment === undefined) return null;
    // WeChat has just vouched for the account, so whatever made it look broken is over.
    if (account.isBroken) await markBroken(tx, name, false);
    const owner = { personId: account.personId, appointmentId: appointment.id };
    const { token, expiresAt } = await this.sessions.open(tx, { ...owner, device: 'phone' });
    return { kind: 'signed-in', token, expiresAt };
  }

  private async ticketFor(tx: EntityManager, name: AccountName): Promise<SignInView> {
    const now = this.clock.now();
    const ticket = this.secrets.token();
    const expiresAt = addMinutes(now, PEOPLE_LIMITS.ticketMinutes);
    await insertTicket(tx, { id: this.secrets.id(), ...name, tokenHash: hashOfToken(ticket), now, expiresAt });
    return { kind: 'unbound', ticket, expiresAt };
  }
}
