import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate } from '@jiannuo/shared/kernel';
import type { ObligationSettings } from '@jiannuo/shared/obligations';
import { keepsPlaces, type ReportForm } from '@jiannuo/shared/reporting';
import { Audit } from '../../platform/audit';
import { Clock } from '../../platform/clock';
import { execute, insertRows, lockRow, rowsIn, Transactions } from '../../platform/database';
import { heldBy, insertAppointment } from './persistence/appointment.repository';
import { DomainError } from '../../platform/http';
import { SecretMaker } from './secret-maker';
import { PersonBook } from './person-book';

/** A working group to set up. */
export interface NewGroup {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly leadUnitName: string;
  readonly leadUnitFullName: string;
  readonly leadPhone: string;
  readonly leadHours: string;
}

/** What a group is called and where its lead unit is reached; the code stays. */
export type GroupNames = Pick<NewGroup, 'name' | 'city' | 'leadUnitName' | 'leadPhone' | 'leadHours'>;

/** A year of a working group to set up. */
export interface NewGroupYear {
  readonly settings: ObligationSettings;
  readonly form: ReportForm;
  readonly clauseBasis: string;
}

/** Answers whether a later subject, which this one does not know, has records that fill the form of a group's year. */
type YearInUse = (tx: EntityManager, groupId: string, year: number) => Promise<boolean>;

/** Setting working groups up, from the command line. */
@Injectable()
export class GroupCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly persons: PersonBook,
    private readonly audit: Audit,
    private readonly secrets: SecretMaker,
    private readonly clock: Clock,
  ) {}

  /** Adds a group with its lead unit and, if given, its first year. The code must be free. */
  async create(group: NewGroup, year: NewGroupYear | null): Promise<{ readonly groupId: string }> {
    return this.transactions.run(async (tx) => {
      const created_at = this.clock.now();
      const groupId = this.secrets.id();
      const unit = {
        number: 1,
        name: group.leadUnitName,
        full_name: group.leadUnitFullName,
        aliases: '[]',
        kind: 'lead',
      };
      await insertRows(tx, 'working_group', [{ id: groupId, ...groupRow(group), created_at }]);
      await insertRows(tx, 'unit', [{ id: this.secrets.id(), group_id: groupId, ...unit, created_at }]);
      const ids = { id: this.secrets.id(), group_id: groupId };
      if (year !== null) await insertRows(tx, 'group_year', [{ ...ids, ...yearRow(year), updated_at: created_at }]);
      await this.record(tx, groupId, { action: 'group.create', kind: 'working-group', id: groupId });
      return { groupId };
    });
  }

  /** Changes what a group is called, and answers whether anything is different now. The log holds before and after. */
  rename(groupId: string, names: Partial<GroupNames>): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      await lockRow(tx, 'working_group', groupId);
      const [before] = await rowsIn<GroupNames>(
        tx,
        `SELECT name, city, lead_unit_name AS leadUnitName, lead_phone AS leadPhone, lead_hours AS leadHours
         FROM working_group WHERE id = ?`,
        [groupId],
      );
      if (before === undefined) throw new Error(`There is no group ${groupId}.`);
      const after = { ...before, ...names };
      const changed = (Object.keys(before) as (keyof GroupNames)[]).filter((field) => before[field] !== after[field]);
      if (changed.length === 0) return false;
      await execute(
        tx,
        'UPDATE working_group SET name = ?, city = ?, lead_unit_name = ?, lead_phone = ?, lead_hours = ? WHERE id = ?',
        [after.name, after.city, after.leadUnitName, after.leadPhone, after.leadHours, groupId],
      );
      // The log holds no telephone numbers.
      const named = changed.filter((field) => field !== 'leadPhone');
      const detail = {
        changed,
        before: Object.fromEntries(named.map((field) => [field, before[field]])),
        after: Object.fromEntries(named.map((field) => [field, after[field]])),
      };
      await this.record(tx, groupId, { action: 'group.rename', kind: 'working-group', id: groupId, detail });
      return true;
    });
  }

  /**
   * Adds a year to a group, or puts another in its place. Once the year is in use its form keeps the headings and their
   * figures, since what is written names them; refuses `group.form-in-use`. The log holds the hash before and after.
   */
  async setYear(groupId: string, year: NewGroupYear, isInUse: YearInUse): Promise<void> {
    await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const row = yearRow(year);
      await lockRow(tx, 'working_group', groupId);
      const before = await storedYear(tx, groupId, row.year);
      const keeps = before === null || keepsPlaces(JSON.parse(before.form) as ReportForm, year.form);
      if (!keeps && (await isInUse(tx, groupId, row.year)))
        throw DomainError.conflict('group.form-in-use', { year: row.year });
      const sql = `UPDATE group_year SET settings = ?, form = ?, clause_basis = ?, updated_at = ?
        WHERE group_id = ? AND year = ?`;
      const values = [row.settings, row.form, row.clause_basis, now, groupId, row.year];
      const isThere = (await execute(tx, sql, values)) > 0;
      const id = this.secrets.id();
      if (!isThere) await insertRows(tx, 'group_year', [{ id, group_id: groupId, ...row, updated_at: now }]);
      const detail = { year: row.year, before: before && hashOf(before), after: hashOf(row) };
      await this.record(tx, groupId, { action: 'group.set-year', kind: 'working-group', id: groupId, detail });
    });
  }

  /**
   * Lists a person as administrator in the group's lead unit, or finds the appointment if it is there. Throws
   * `phone.taken` when the number belongs to somebody else with a post.
   */
  async appointAdministrator(
    groupId: string,
    person: { readonly name: string; readonly phone: string },
  ): Promise<{ readonly appointmentId: string }> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const today = beijingDate(now);
      const unitId = await this.leadUnit(tx, groupId);
      const personId = await this.persons.personFor(tx, { ...person, now });
      const posts = await heldBy(tx, personId);
      const present = posts.find((post) => post.groupId === groupId && post.role === 'administrator');
      if (present !== undefined) return { appointmentId: present.id };
      const appointmentId = this.secrets.id();
      const place = { id: appointmentId, groupId, unitId, personId, role: 'administrator' } as const;
      const post = { section: '', post: '管理员', isSectionHead: false, notHeadReason: null };
      await insertAppointment(tx, { ...place, ...post, validFrom: today, listedBy: '命令行', listedOn: today });
      await this.record(tx, groupId, { action: 'people.list', kind: 'appointment', id: appointmentId });
      return { appointmentId };
    });
  }

  private async leadUnit(tx: EntityManager, groupId: string): Promise<string> {
    const sql = `SELECT id FROM unit WHERE group_id = ? AND kind = 'lead' ORDER BY number`;
    const [unit] = await rowsIn<{ id: string }>(tx, sql, [groupId]);
    if (unit === undefined) throw new Error('The group has no lead unit.');
    return unit.id;
  }

  private async record(
    tx: EntityManager,
    groupId: string,
    what: {
      readonly action: string;
      readonly kind: string;
      readonly id: string;
      readonly detail?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    const { action, kind, id, detail = {} } = what;
    await this.audit.record(tx, { actor: 'command-line', groupId, action, subject: { kind, id }, detail });
  }
}

function groupRow(group: NewGroup) {
  return {
    code: group.code,
    name: group.name,
    city: group.city,
    lead_unit_name: group.leadUnitName,
    lead_phone: group.leadPhone,
    lead_hours: group.leadHours,
    filing_number: null,
    is_sample: 0,
  };
}

function yearRow({ settings, form, clauseBasis }: NewGroupYear) {
  return {
    year: settings.year,
    settings: JSON.stringify(settings),
    form: JSON.stringify(form),
    clause_basis: clauseBasis,
  };
}

type StoredYear = Pick<ReturnType<typeof yearRow>, 'settings' | 'form' | 'clause_basis'>;

async function storedYear(tx: EntityManager, groupId: string, year: number): Promise<StoredYear | null> {
  const sql = 'SELECT settings, form, clause_basis FROM group_year WHERE group_id = ? AND year = ?';
  const [row] = await rowsIn<StoredYear>(tx, sql, [groupId, year]);
  return row ?? null;
}

function hashOf({ settings, form, clause_basis: basis }: StoredYear): string {
  return createHash('sha256')
    .update(JSON.stringify([settings, form, basis]), 'utf8')
    .digest('hex');
}
