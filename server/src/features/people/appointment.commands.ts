import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type DateText, type Instant } from '@jiannuo/shared/kernel';
import {
  decideAppointing,
  decideListing,
  decideSignInOf,
  isPermitted,
  normalisePhone,
  ROLES,
  type ListAppointmentRequest,
  type Listing,
} from '@jiannuo/shared/people';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { onceMoreOnDuplicate, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { Sessions, type Actor } from '../../platform/identity';
import { PersonBook } from './person-book';
import {
  appointedTo,
  appointmentFacts,
  asHeld,
  endAppointment,
  heldBy,
  insertAppointment,
  liaisonOf,
  type AppointmentFacts,
} from './persistence/appointment.repository';
import { personFacts } from './persistence/person.repository';
import { lockedUnit, type UnitFacts } from './persistence/unit.repository';
import { SecretMaker } from './secret-maker';

/** What a command on one appointment answers. */
export interface AppointmentResult {
  readonly appointmentId: string;
}

interface Moment {
  readonly now: Instant;
  readonly today: DateText;
}

/** The lead unit keeps the list of who holds which post (R9, art. 3). Every change counts at once. */
@Injectable()
export class AppointmentCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly persons: PersonBook,
    private readonly secrets: SecretMaker,
    private readonly clock: Clock,
  ) {}

  /**
   * Lists a person for a unit. A unit's liaison is replaced only when `replaces` names the present one: his appointment
   * ends and his sessions with it, while drafts and obligations stay with the unit. Throws `appointment.*`, `person.*`,
   * `phone.*`.
   */
  async list(actor: Actor, request: ListAppointmentRequest): Promise<AppointmentResult> {
    return onceMoreOnDuplicate(() => this.transactions.run((tx) => this.listIn(tx, actor, request)));
  }

  /** Ends an appointment today. Throws `appointment.ended-already`, `appointment.last-manager`, `appointment.not-found`. */
  async end(actor: Actor, appointmentId: string): Promise<AppointmentResult> {
    return this.transactions.run(async (tx) => {
      const appointment = await this.managed(tx, actor, appointmentId);
      if (appointment.endedAt !== null) throw DomainError.conflict('appointment.ended-already');
      const managers = await appointedTo(
        tx,
        actor.groupId,
        ROLES.filter((role) => isPermitted(role, 'people.manage')),
      );
      if (managers.every(({ id }) => id === appointmentId)) throw DomainError.conflict('appointment.last-manager');
      await this.endIn(tx, appointment.id, this.moment());
      await this.record(tx, actor, 'people.end', { id: appointment.id, detail: { unitId: appointment.unitId } });
      return { appointmentId };
    });
  }

  /** Enters another phone number for the person who holds an appointment. Throws `phone.*`, `person.in-other-group`. */
  async changePhone(actor: Actor, appointmentId: string, typed: string): Promise<AppointmentResult> {
    const phone = normalisePhone(typed);
    if (!phone.ok) throw DomainError.from(phone.refusals);
    return onceMoreOnDuplicate(() =>
      this.transactions.run(async (tx) => {
        const appointment = await this.managed(tx, actor, appointmentId);
        if (appointment.endedAt !== null) throw DomainError.conflict('appointment.ended-already');
        const held = await heldBy(tx, appointment.personId);
        const allowed = decideSignInOf(actor.role, actor.groupId, held.map(asHeld));
        if (!allowed.ok) throw DomainError.from(allowed.refusals, 'forbidden');
        await this.persons.givePhone(tx, appointment.personId, phone.value);
        await this.record(tx, actor, 'people.change-phone', { id: appointmentId, detail: {} });
        return { appointmentId };
      }),
    );
  }

  private async listIn(tx: EntityManager, actor: Actor, request: ListAppointmentRequest): Promise<AppointmentResult> {
    const moment = this.moment();
    const unit = await lockedUnit(tx, actor.groupId, request.unitId);
    if (unit === null) throw DomainError.notFound('appointment.unit-not-found');
    const listing = decided(actor, request, { unit, today: moment.today });
    const replaced = await this.makeRoom(tx, request, { unit, moment });
    const personId = await this.persons.personFor(tx, {
      name: listing.personName,
      phone: listing.phone,
      now: moment.now,
    });
    const held = await heldBy(tx, personId);
    if (held.some(({ unitId, role }) => unitId === unit.id && role === listing.role)) {
      throw DomainError.conflict('appointment.listed-already', { unitName: unit.name });
    }
    const appointmentId = this.secrets.id();
    await insertAppointment(tx, {
      ...listing,
      id: appointmentId,
      groupId: actor.groupId,
      unitId: unit.id,
      personId,
      listedBy: actor.unitName,
      listedOn: moment.today,
    });
    const detail = { unitId: unit.id, role: listing.role, replaced: replaced?.id ?? null };
    await this.record(tx, actor, 'people.list', { id: appointmentId, detail });
    return { appointmentId };
  }

  private async makeRoom(
    tx: EntityManager,
    request: ListAppointmentRequest,
    { unit, moment }: { readonly unit: UnitFacts; readonly moment: Moment },
  ): Promise<AppointmentFacts | null> {
    if (request.role !== 'liaison') return null;
    const present = await liaisonOf(tx, unit.id);
    await checkReplacing(tx, { present, replaces: request.replaces ?? null, unitName: unit.name });
    if (present !== null) await this.endIn(tx, present.id, moment);
    return present;
  }

  private async endIn(tx: EntityManager, appointmentId: string, moment: Moment): Promise<void> {
    await endAppointment(tx, appointmentId, moment);
    await this.sessions.revokeAllOf(tx, { appointmentId });
  }

  private async managed(tx: EntityManager, actor: Actor, appointmentId: string): Promise<AppointmentFacts> {
    const appointment = await appointmentFacts(tx, appointmentId);
    if (appointment?.groupId !== actor.groupId) throw DomainError.notFound('appointment.not-found');
    const allowed = decideAppointing(actor.role, appointment.role);
    if (!allowed.ok) throw DomainError.from(allowed.refusals, 'forbidden');
    return appointment;
  }

  private moment(): Moment {
    const now = this.clock.now();
    return { now, today: beijingDate(now) };
  }

  private async record(
    tx: EntityManager,
    actor: Actor,
    action: string,
    what: { readonly id: string; readonly detail: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const subject = { kind: 'appointment', id: what.id };
    await this.audit.record(tx, { actor, groupId: actor.groupId, action, subject, detail: what.detail });
  }
}

/** A liaison is only replaced by somebody who saw whom: otherwise the list would lose a name without anybody noticing. */
async function checkReplacing(
  tx: EntityManager,
  asked: { readonly present: AppointmentFacts | null; readonly replaces: string | null; readonly unitName: string },
): Promise<void> {
  const { present, replaces, unitName } = asked;
  if ((present?.id ?? null) === replaces) return;
  if (replaces !== null || present === null) throw DomainError.conflict('appointment.replaced-meanwhile', { unitName });
  const person = await personFacts(tx, present.personId);
  throw DomainError.conflict('appointment.liaison-exists', { unitName, personName: person?.name ?? '' });
}

function decided(
  actor: Actor,
  request: ListAppointmentRequest,
  { unit, today }: { readonly unit: UnitFacts; readonly today: DateText },
): Listing {
  const allowed = decideAppointing(actor.role, request.role);
  if (!allowed.ok) throw DomainError.from(allowed.refusals, 'forbidden');
  const entered = { ...request, validFrom: request.validFrom ?? today };
  const listing = decideListing(entered, { unitKind: unit.kind, today });
  if (!listing.ok) throw DomainError.from(listing.refusals);
  return listing.value;
}
