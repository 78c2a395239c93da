import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  CONTACT_LIMITS,
  decideContact,
  decideStrike,
  type RecordedContacts,
  type TypedContact,
} from '@jiannuo/shared/coordination';
import type { Instant } from '@jiannuo/shared/kernel';
import type { ObligationSettings } from '@jiannuo/shared/obligations';
import type { UnitKind } from '@jiannuo/shared/people';
import { Audit } from '../../platform/audit';
import { Clock, Ids } from '../../platform/clock';
import { execute, forUpdate, insertRows, placesFor, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { ContactYears, isOwedContact } from './contact-years.queries';

interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
}

/** Writes the log of contacts (art. 4). Lines are added; a wrong one is struck out and stays readable. */
@Injectable()
export class ContactCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly years: ContactYears,
  ) {}

  /**
   * Notes one contact for every unit it was with, all of them or none. Refuses what `decideContact` refuses, units to
   * which no contact is owed, and with 404 units outside the actor's group.
   */
  async record(actor: Actor, typed: TypedContact & { readonly unitIds: readonly string[] }): Promise<RecordedContacts> {
    const unitIds = [...new Set(typed.unitIds)];
    const { groupId } = scopeOf(actor);
    const settings = await this.years.holding(groupId, typed.contactedOn);
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const outcome = decideContact(typed, settings, now);
      if (!outcome.ok) throw DomainError.from(outcome.refusals);
      await checkUnits(tx, { groupId, unitIds, settings });
      const { contactedOn, channel, subject, result } = outcome.value;
      const rows = unitIds.map((unitId) => ({ id: this.ids.next(), unit_id: unitId }));
      const facts = { contacted_on: contactedOn, channel, subject, result };
      const by = { by_appointment_id: actor.appointmentId, by_name: actor.personName, recorded_at: now };
      await insertRows(
        tx,
        'contact_entry',
        rows.map((row) => ({ ...row, group_id: groupId, ...facts, ...by })),
      );
      for (const { id, unit_id: unitId } of rows) {
        await this.note(tx, { actor, id, action: 'contact.record', detail: { unitId, contactedOn, channel, subject } });
      }
      return { contactIds: rows.map(({ id }) => id) };
    });
  }

  /** Strikes a line out: it counts no more, and stays readable with who struck it and why. Only once. */
  async strike(actor: Actor, contactId: string, reason: unknown): Promise<{ readonly contactId: string }> {
    const { groupId } = scopeOf(actor);
    return this.transactions.run(async (tx) => {
      const lock = forUpdate(tx);
      const sql = `SELECT struck_at AS struckAt, unit_id AS unitId FROM contact_entry WHERE id = ? AND group_id = ?${lock}`;
      const [entry] = await rowsIn<{ struckAt: Instant | null; unitId: string }>(tx, sql, [contactId, groupId]);
      if (entry === undefined) throw DomainError.notFound('coordination.contact-not-found');
      const outcome = decideStrike(entry, reason);
      if (!outcome.ok) throw DomainError.from(outcome.refusals);
      await execute(
        tx,
        'UPDATE contact_entry SET struck_at = ?, struck_by = ?, struck_by_name = ?, strike_reason = ? WHERE id = ?',
        [this.clock.now(), actor.appointmentId, actor.personName, outcome.value.reason, contactId],
      );
      const detail = { unitId: entry.unitId, reason: outcome.value.reason };
      await this.note(tx, { actor, id: contactId, action: 'contact.strike', detail });
      return { contactId };
    });
  }

  private note(
    tx: EntityManager,
    event: {
      readonly actor: Actor;
      readonly id: string;
      readonly action: string;
      readonly detail: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { actor, id, action, detail } = event;
    const subject = { kind: 'contact', id };
    return this.audit.record(tx, { actor, groupId: actor.groupId, action, subject, detail });
  }
}

interface Named {
  readonly groupId: string;
  readonly unitIds: readonly string[];
  readonly settings: ObligationSettings;
}

async function checkUnits(tx: EntityManager, { groupId, unitIds, settings }: Named): Promise<void> {
  if (unitIds.length === 0) throw DomainError.invalid('coordination.units-missing');
  const limit = CONTACT_LIMITS.units;
  if (unitIds.length > limit) throw DomainError.invalid('coordination.units-too-many', { limit });
  const sql = `SELECT id, name, kind FROM unit WHERE group_id = ? AND id IN (${placesFor(unitIds)})`;
  const units = await rowsIn<UnitRow>(tx, sql, [groupId, ...unitIds]);
  if (units.length < unitIds.length) throw DomainError.notFound('coordination.unit-not-found');
  const stranger = units.find(({ kind }) => !isOwedContact(settings, kind));
  if (stranger !== undefined) throw DomainError.invalid('coordination.unit-not-listed', { unitName: stranger.name });
}
