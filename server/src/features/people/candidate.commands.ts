import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addMinutes, beijingDate, type Instant } from '@jiannuo/shared/kernel';
import { decideInvite, normaliseInviteCode, PEOPLE_LIMITS } from '@jiannuo/shared/people';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { AppointmentRecord } from './appointment.rows';
import { GroupQueries, type GroupRecord } from './group.queries';
import { PeopleQueries } from './people.queries';
import { inviteWithHash, type StoredInvite } from './persistence/invite-code.repository';
import { personWithPhone } from './persistence/person.repository';
import {
  countWrongTry,
  noteInvite,
  noteProvenPerson,
  ticketWithHash,
  wrongTriesSince,
  type TicketFacts,
} from './persistence/sign-in-ticket.repository';
import { hashOfInviteCode, hashOfToken, isSameHash } from './secrets';
import { successorOf } from './successor';
import { WechatProof } from './wechat-proof';

/** Whom the lead unit listed under what was proven, and whom to ring when nothing fits. */
export interface Candidates {
  /** Eleven digits, when WeChat proved a number. */
  readonly phone: string | null;
  readonly appointments: readonly AppointmentRecord[];
  readonly group: GroupRecord | null;
}

type CodeAnswer =
  { readonly kind: 'right'; readonly invite: StoredInvite } | { readonly kind: 'wrong'; readonly left: number };

/** Finding one's own appointment with an unbound WeChat account. */
@Injectable()
export class CandidateCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly people: PeopleQueries,
    private readonly groups: GroupQueries,
    private readonly proof: WechatProof,
    private readonly clock: Clock,
  ) {}

  /**
   * The appointments listed under the phone number that WeChat proves. The number itself is not kept. Nobody listed is
   * an empty answer, not an error. Throws `ticket.expired` and what WechatProof.phone throws.
   */
  async byPhone(ticket: string, phoneCode: string): Promise<Candidates> {
    await this.transactions.run((tx) => this.validTicket(tx, ticket));
    const phone = await this.proof.phone(phoneCode);
    const personId = await this.transactions.run(async (tx) => {
      const held = await this.validTicket(tx, ticket);
      const person = await personWithPhone(tx, phone);
      await noteProvenPerson(tx, held.id, person?.id ?? null);
      return person?.id ?? null;
    });
    const appointments = personId === null ? [] : await this.people.appointmentsOfPerson(personId);
    return { phone, appointments, group: await this.groupToAsk(appointments[0]?.groupId) };
  }

  /**
   * The appointment that a code is for. Throws `invite.malformed` without counting it, `invite.wrong` with the tries
   * left, `invite.too-many`, `invite.used`, `invite.expired`, `binding.ended`, `ticket.expired`.
   */
  async byInvite(ticket: string, typed: string): Promise<Candidates> {
    const code = normaliseInviteCode(typed);
    if (!code.ok) throw DomainError.from(code.refusals);
    const codeHash = await hashOfInviteCode(code.value);
    const now = this.clock.now();
    const answer = await this.transactions.run((tx) => this.tryCode(tx, ticket, { codeHash, now }));
    if (answer.kind === 'wrong') {
      throw answer.left > 0
        ? DomainError.invalid('invite.wrong', { left: answer.left })
        : DomainError.invalid('invite.too-many');
    }
    const appointment = await this.people.anyAppointment(answer.invite.appointmentId);
    if (appointment?.endedAt !== null) throw DomainError.conflict('binding.ended');
    const shown =
      answer.invite.purpose === 'bind' ? appointment : successorOf(appointment, answer.invite, beijingDate(now));
    return { phone: null, appointments: [shown], group: await this.groupToAsk(appointment.groupId) };
  }

  private async tryCode(
    tx: EntityManager,
    ticket: string,
    { codeHash, now }: { readonly codeHash: string; readonly now: Instant },
  ): Promise<CodeAnswer> {
    const held = await this.validTicket(tx, ticket);
    const recent = await wrongTriesSince(tx, held.openId, addMinutes(now, -60));
    const left = Math.min(
      PEOPLE_LIMITS.wrongTriesPerTicket - held.wrongTries,
      PEOPLE_LIMITS.wrongTriesPerHour - recent,
    );
    if (left <= 0) throw DomainError.invalid('invite.too-many');
    const invite = await inviteWithHash(tx, codeHash);
    if (invite === null || !isSameHash(invite.codeHash, codeHash)) {
      await countWrongTry(tx, held.id);
      return { kind: 'wrong', left: left - 1 };
    }
    const usable = decideInvite(invite, now);
    if (!usable.ok) throw DomainError.from(usable.refusals, 'conflict');
    await noteInvite(tx, held.id, invite.id);
    return { kind: 'right', invite };
  }

  private async validTicket(tx: EntityManager, ticket: string): Promise<TicketFacts> {
    const facts = await ticketWithHash(tx, hashOfToken(ticket));
    if (facts === null || facts.expiresAt <= this.clock.now()) throw DomainError.invalid('ticket.expired');
    return facts;
  }

  private async groupToAsk(groupId: string | undefined): Promise<GroupRecord | null> {
    if (groupId !== undefined) return this.groups.group(groupId);
    const groups = await this.groups.groups();
    return groups[0] ?? null;
  }
}
