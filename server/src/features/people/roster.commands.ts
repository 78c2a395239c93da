import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type DateText, type Instant } from '@jiannuo/shared/kernel';
import type { Roster, RosterPerson, RosterUnit } from '@jiannuo/shared/people';
import { Audit } from '../../platform/audit';
import { batchesOf, execute, insertRows, rowsIn, Transactions } from '../../platform/database';
import { SecretMaker } from './secret-maker';

/** What an import changed. */
export interface RosterResult {
  readonly newUnits: number;
  readonly changedUnits: number;
  readonly newAppointments: number;
  readonly changedAppointments: number;
}

interface Importing {
  readonly tx: EntityManager;
  readonly groupId: string;
  readonly now: Instant;
  readonly today: DateText;
}

/** Takes a list of units and people over, all of it or nothing. */
@Injectable()
export class RosterCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: Audit,
    private readonly secrets: SecretMaker,
  ) {}

  /**
   * Adds and updates units and appointments of a list that was read without faults. Nobody is taken off the list: who
   * is not in the file stays. Importing the same file again changes nothing.
   */
  async import(groupId: string, roster: Roster): Promise<RosterResult> {
    return this.transactions.run(async (tx, now) => {
      const importing = { tx, groupId, now, today: beijingDate(now) };
      const units = await this.importUnits(importing, roster.units);
      const people = await this.importPeople(importing, roster.people);
      const result = { ...units, ...people };
      await this.audit.record(tx, {
        actor: 'command-line',
        groupId,
        action: 'people.import',
        subject: { kind: 'working-group', id: groupId },
        detail: { ...result },
      });
      return result;
    });
  }

  private async importUnits(
    { tx, groupId, now }: Importing,
    units: readonly RosterUnit[],
  ): Promise<Pick<RosterResult, 'newUnits' | 'changedUnits'>> {
    const known = await rowsIn<KnownRow>(tx, 'SELECT id, name, full_name, aliases, kind FROM unit WHERE group_id = ?', [
      groupId,
    ]);
    const byName = new Map(known.map((row) => [row.name, row]));
    const fresh = units.filter(({ name }) => !byName.has(name));
    await insertInChunks(
      tx,
      'unit',
      fresh.map((unit) => ({
        id: this.secrets.id(),
        group_id: groupId,
        number: unit.number,
        name: unit.name,
        full_name: unit.fullName,
        aliases: JSON.stringify(unit.aliases),
        kind: unit.kind,
        created_at: now,
      })),
    );
    let changedUnits = 0;
    for (const unit of units) {
      const row = byName.get(unit.name);
      const aliases = JSON.stringify(unit.aliases);
      if (row === undefined || isSame(row, unit, aliases)) continue;
      const sql = 'UPDATE unit SET full_name = ?, aliases = ?, kind = ? WHERE id = ?';
      await execute(tx, sql, [unit.fullName, aliases, unit.kind, row.id]);
      changedUnits += 1;
    }
    return { newUnits: fresh.length, changedUnits };
  }

  private async importPeople(
    importing: Importing,
    people: readonly RosterPerson[],
  ): Promise<Pick<RosterResult, 'newAppointments' | 'changedAppointments'>> {
    const { tx, groupId } = importing;
    const persons = await this.personIds(importing, people);
    const units = new Map(
      (await rowsIn<{ id: string; name: string }>(tx, 'SELECT id, name FROM unit WHERE group_id = ?', [groupId])).map(
        ({ id, name }) => [name, id],
      ),
    );
    const held = await heldIn(tx, groupId);
    const fresh = [];
    let changedAppointments = 0;
    for (const person of people) {
      const place = { unitId: units.get(person.unitName) ?? '', personId: persons.get(person.phone) ?? '' };
      const present = held.get(keyOf(place.unitId, place.personId, person.role));
      if (present === undefined) fresh.push(this.rowOf(importing, person, place));
      else if (await changed(tx, present, person)) changedAppointments += 1;
    }
    await insertInChunks(tx, 'appointment', fresh);
    return { newAppointments: fresh.length, changedAppointments };
  }

  private async personIds({ tx, now }: Importing, people: readonly RosterPerson[]): Promise<Map<string, string>> {
    const rows = await rowsIn<{ id: string; phone: string }>(
      tx,
      'SELECT id, phone FROM person WHERE phone IS NOT NULL',
    );
    const ids = new Map(rows.map(({ id, phone }) => [phone, id]));
    const fresh = [];
    for (const { phone, personName } of people) {
      if (ids.has(phone)) continue;
      const id = this.secrets.id();
      ids.set(phone, id);
      fresh.push({ id, name: personName, phone, created_at: now });
    }
    await insertInChunks(tx, 'person', fresh);
    return ids;
  }

  private rowOf(
    { groupId, today }: Importing,
    person: RosterPerson,
    { unitId, personId }: { readonly unitId: string; readonly personId: string },
  ) {
    return {
      id: this.secrets.id(),
      group_id: groupId,
      unit_id: unitId,
      person_id: personId,
      role: person.role,
      section: person.section,
      post: person.post,
      is_section_head: person.isSectionHead ? 1 : 0,
      not_head_reason: person.notHeadReason,
      valid_from: person.validFrom,
      valid_to: null,
      ended_at: null,
      liaison_slot: person.role === 'liaison' ? unitId : null,
      listed_by: '名单导入',
      listed_on: today,
    };
  }
}

interface KnownRow {
  readonly id: string;
  readonly name: string;
  readonly full_name: string;
  readonly aliases: string;
  readonly kind: string;
}

interface HeldRow {
  readonly id: string;
  readonly unit_id: string;
  readonly person_id: string;
  readonly role: string;
  readonly section: string;
  readonly post: string;
  readonly is_section_head: number | boolean;
  readonly not_head_reason: string | null;
}

function isSame(row: KnownRow, unit: RosterUnit, aliases: string): boolean {
  return row.full_name === unit.fullName && row.aliases === aliases && row.kind === unit.kind;
}

async function heldIn(tx: EntityManager, groupId: string): Promise<Map<string, HeldRow>> {
  const sql = `SELECT id, unit_id, person_id, role, section, post, is_section_head, not_head_reason
    FROM appointment WHERE group_id = ? AND ended_at IS NULL`;
  const rows = await rowsIn<HeldRow>(tx, sql, [groupId]);
  return new Map(rows.map((row) => [keyOf(row.unit_id, row.person_id, row.role), row]));
}

function keyOf(unitId: string, personId: string, role: string): string {
  return `${unitId} ${personId} ${role}`;
}

async function changed(tx: EntityManager, row: HeldRow, person: RosterPerson): Promise<boolean> {
  const before = [row.section, row.post, Boolean(row.is_section_head), row.not_head_reason];
  const after = [person.section, person.post, person.isSectionHead, person.notHeadReason];
  if (before.every((value, index) => value === after[index])) return false;
  const sql = 'UPDATE appointment SET section = ?, post = ?, is_section_head = ?, not_head_reason = ? WHERE id = ?';
  const { section, post, isSectionHead, notHeadReason } = person;
  await execute(tx, sql, [section, post, isSectionHead ? 1 : 0, notHeadReason, row.id]);
  return true;
}

async function insertInChunks(
  tx: EntityManager,
  table: string,
  rows: readonly Parameters<typeof insertRows>[2][number][],
): Promise<void> {
  for (const some of batchesOf(rows)) await insertRows(tx, table, some);
}
