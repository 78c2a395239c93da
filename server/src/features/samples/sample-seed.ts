import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { sampleGroups, type SampleGroup } from '@jiannuo/shared/samples';
import type { Clock, Ids } from '../../platform/clock';
import { insertRows, rowsIn, type Transactions } from '../../platform/database';
import { samplePeopleOf, type SamplePerson } from './sample-people';

/** What seeding stands on. */
interface SeedParts {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The mini program for which accounts are bound. */
  readonly appId: string;
  /** The openid that WeChat, or its simulator, gives the account with this key; made up when left out. */
  readonly openIdOf?: (key: string) => string;
  /** Both sample groups when left out. */
  readonly groups?: readonly SampleGroup[];
}

interface Writing {
  readonly tx: EntityManager;
  readonly parts: SeedParts;
  readonly now: Instant;
}

/**
 * Writes the sample groups with units, year, people and bound accounts, marked as samples. A group that is there already
 * is left as it is. What happened in them before the demo begins is played afterwards, through the commands of the other
 * subjects.
 */
export async function seedSamples(parts: SeedParts): Promise<void> {
  for (const group of parts.groups ?? sampleGroups) {
    await parts.transactions.run((tx) => seedGroup({ tx, parts, now: parts.clock.now() }, group));
  }
}

async function seedGroup(writing: Writing, group: SampleGroup): Promise<void> {
  const { tx, parts, now } = writing;
  const present = await rowsIn(tx, 'SELECT id FROM working_group WHERE code = ?', [group.key]);
  if (present.length > 0) return;
  const groupId = parts.ids.next();
  await insertRows(tx, 'working_group', [
    {
      id: groupId,
      code: group.key,
      name: group.name,
      city: group.city,
      lead_unit_name: group.leadUnitName,
      lead_phone: group.leadPhone,
      lead_hours: group.leadHours,
      filing_number: null,
      is_sample: 1,
      created_at: now,
    },
  ]);
  await insertRows(tx, 'group_year', [
    {
      id: parts.ids.next(),
      group_id: groupId,
      year: group.settings.year,
      settings: JSON.stringify(group.settings),
      form: JSON.stringify(group.form),
      clause_basis: group.name,
      updated_at: now,
    },
  ]);
  await insertRows(tx, 'information_year', [
    {
      id: parts.ids.next(),
      group_id: groupId,
      year: group.settings.year,
      number: 1,
      settings: JSON.stringify(group.information),
      by_name: group.leadUnitName,
      at: now,
    },
  ]);
  const units = await seedUnits(writing, group, groupId);
  for (const person of samplePeopleOf(group)) await seedPerson(writing, person, { groupId, units });
}

async function seedUnits(writing: Writing, group: SampleGroup, groupId: string): Promise<ReadonlyMap<number, string>> {
  const units = group.units.map((unit) => ({ unit, id: writing.parts.ids.next() }));
  await insertRows(
    writing.tx,
    'unit',
    units.map(({ unit, id }) => ({
      id,
      group_id: groupId,
      number: unit.number,
      name: unit.name,
      full_name: unit.fullName,
      aliases: JSON.stringify(unit.aliases),
      kind: unit.kind,
      created_at: writing.now,
    })),
  );
  return new Map(units.map(({ unit, id }) => [unit.number, id]));
}

async function seedPerson(
  writing: Writing,
  sample: SamplePerson,
  place: { readonly groupId: string; readonly units: ReadonlyMap<number, string> },
): Promise<void> {
  const { tx, parts } = writing;
  const unitId = place.units.get(sample.unitNumber) ?? '';
  const known = await rowsIn<{ id: string }>(tx, 'SELECT id FROM person WHERE phone = ?', [sample.phone]);
  const personId = known[0]?.id ?? parts.ids.next();
  const appointmentId = parts.ids.next();
  if (known[0] === undefined) {
    const { personName: name, phone } = sample;
    await insertRows(tx, 'person', [{ id: personId, name, phone, created_at: writing.now }]);
  }
  await insertRows(tx, 'appointment', [
    {
      id: appointmentId,
      group_id: place.groupId,
      unit_id: unitId,
      person_id: personId,
      role: sample.role,
      section: sample.section,
      post: sample.post,
      is_section_head: sample.isSectionHead ? 1 : 0,
      not_head_reason: sample.notHeadReason,
      valid_from: sample.listedOn,
      valid_to: null,
      ended_at: null,
      liaison_slot: sample.role === 'liaison' ? unitId : null,
      listed_by: sample.listedBy,
      listed_on: sample.listedOn,
    },
  ]);
  if (known[0] === undefined && sample.isBound) await bindAccount(writing, sample, { personId, appointmentId });
}

async function bindAccount(
  writing: Writing,
  sample: SamplePerson,
  owner: { readonly personId: string; readonly appointmentId: string },
): Promise<void> {
  const { parts, tx, now } = writing;
  await insertRows(tx, 'wechat_account', [
    {
      id: parts.ids.next(),
      app_id: parts.appId,
      open_id: parts.openIdOf?.(sample.key) ?? `sample-${sample.key}`,
      person_id: owner.personId,
      bound_at: now,
      is_broken: 0,
      last_appointment_id: owner.appointmentId,
    },
  ]);
}
