import { Injectable } from '@nestjs/common';
import type { ObligationSettings } from '@jiannuo/shared/obligations';
import type { ReportForm } from '@jiannuo/shared/reporting';
import { Database } from '../../platform/database';

/** A working group as the tables hold it. */
export interface GroupRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly leadUnitName: string;
  readonly leadPhone: string;
  readonly leadHours: string;
  readonly filingNumber: string | null;
  readonly isSample: boolean;
}

/** Everything that differs between the years of a group. */
export interface GroupYearRecord {
  readonly groupId: string;
  readonly year: number;
  readonly settings: ObligationSettings;
  readonly form: ReportForm;
  readonly clauseBasis: string;
}

interface GroupRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly lead_unit_name: string;
  readonly lead_phone: string;
  readonly lead_hours: string;
  readonly filing_number: string | null;
  readonly is_sample: number | boolean;
}

interface GroupYearRow {
  readonly group_id: string;
  readonly year: number;
  readonly settings: string;
  readonly form: string;
  readonly clause_basis: string;
}

const GROUP_SELECT = `SELECT id, code, name, city, lead_unit_name, lead_phone, lead_hours, filing_number, is_sample
  FROM working_group`;
const YEAR_SELECT = 'SELECT group_id, year, settings, form, clause_basis FROM group_year';

/** Reads working groups and their years. */
@Injectable()
export class GroupQueries {
  constructor(private readonly database: Database) {}

  /** Every working group of the installation, the oldest first. */
  async groups(): Promise<readonly GroupRecord[]> {
    const rows = await this.database.rows<GroupRow>(`${GROUP_SELECT} ORDER BY created_at, id`);
    return rows.map(groupOfRow);
  }

  /** One group; null when there is none. */
  async group(groupId: string): Promise<GroupRecord | null> {
    const row = await this.database.row<GroupRow>(`${GROUP_SELECT} WHERE id = ?`, [groupId]);
    return row === null ? null : groupOfRow(row);
  }

  /** The group with a code, as the command line names it; null when there is none. */
  async groupWithCode(code: string): Promise<GroupRecord | null> {
    const row = await this.database.row<GroupRow>(`${GROUP_SELECT} WHERE code = ?`, [code]);
    return row === null ? null : groupOfRow(row);
  }

  /** A group's year: due rules, reminder plan, calendar and form; null when nobody has set that year up. */
  async groupYear(groupId: string, year: number): Promise<GroupYearRecord | null> {
    const row = await this.database.row<GroupYearRow>(`${YEAR_SELECT} WHERE group_id = ? AND year = ?`, [
      groupId,
      year,
    ]);
    return row === null ? null : yearOfRow(row);
  }

  /** All years of all groups, for jobs that go through everything. */
  async groupYears(): Promise<readonly GroupYearRecord[]> {
    const rows = await this.database.rows<GroupYearRow>(`${YEAR_SELECT} ORDER BY group_id, year`);
    return rows.map(yearOfRow);
  }
}

function groupOfRow(row: GroupRow): GroupRecord {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    city: row.city,
    leadUnitName: row.lead_unit_name,
    leadPhone: row.lead_phone,
    leadHours: row.lead_hours,
    filingNumber: row.filing_number,
    isSample: Boolean(row.is_sample),
  };
}

function yearOfRow(row: GroupYearRow): GroupYearRecord {
  return {
    groupId: row.group_id,
    year: row.year,
    settings: JSON.parse(row.settings) as ObligationSettings,
    form: JSON.parse(row.form) as ReportForm,
    clauseBasis: row.clause_basis,
  };
}
