import type { DateText, Instant } from '@jiannuo/shared/kernel';
import type { Role, UnitKind } from '@jiannuo/shared/people';

/** A unit as the tables hold it. */
export interface UnitRecord {
  readonly id: string;
  readonly groupId: string;
  readonly number: number;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
}

/** An appointment with its unit and person. `endedAt` null means valid. */
export interface AppointmentRecord {
  readonly id: string;
  readonly groupId: string;
  readonly unit: UnitRecord;
  readonly personId: string;
  readonly personName: string;
  /** Eleven digits; null until the lead unit enters it. */
  readonly phone: string | null;
  readonly role: Role;
  readonly section: string;
  readonly post: string;
  readonly isSectionHead: boolean;
  readonly notHeadReason: string | null;
  readonly validFrom: DateText;
  readonly validTo: DateText | null;
  readonly endedAt: Instant | null;
  readonly listedBy: string;
  readonly listedOn: DateText;
  /** Whether the person has bound a WeChat account that still works. */
  readonly isBound: boolean;
}

/** One row of `UNIT_COLUMNS`. */
export interface UnitRow {
  readonly unit_id: string;
  readonly group_id: string;
  readonly unit_number: number;
  readonly unit_name: string;
  readonly full_name: string;
  readonly aliases: string;
  readonly kind: UnitKind;
}

/** One row of `APPOINTMENT_SELECT`. */
export interface AppointmentRow extends UnitRow {
  readonly id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly phone: string | null;
  readonly role: Role;
  readonly section: string;
  readonly post: string;
  readonly is_section_head: number | boolean;
  readonly not_head_reason: string | null;
  readonly valid_from: DateText;
  readonly valid_to: DateText | null;
  readonly ended_at: Instant | null;
  readonly listed_by: string;
  readonly listed_on: DateText;
  readonly account_id: string | null;
}

/** The columns of a unit `u`, for every statement that reads one. */
export const UNIT_COLUMNS =
  'u.id AS unit_id, u.group_id, u.number AS unit_number, u.name AS unit_name, u.full_name, u.aliases, u.kind';

/** Reads appointments `a` with unit `u`, person `p` and account `w`; its first parameter is the mini program's id. */
export const APPOINTMENT_SELECT = `SELECT a.id, a.person_id, p.name AS person_name, p.phone, a.role, a.section, a.post,
    a.is_section_head, a.not_head_reason, a.valid_from, a.valid_to, a.ended_at, a.listed_by, a.listed_on,
    w.id AS account_id, ${UNIT_COLUMNS}
  FROM appointment a
  JOIN unit u ON u.id = a.unit_id
  JOIN person p ON p.id = a.person_id
  LEFT JOIN wechat_account w ON w.person_id = a.person_id AND w.app_id = ? AND w.is_broken = 0`;

/** The unit of a row. */
export function unitOfRow(row: UnitRow): UnitRecord {
  return {
    id: row.unit_id,
    groupId: row.group_id,
    number: row.unit_number,
    name: row.unit_name,
    fullName: row.full_name,
    aliases: JSON.parse(row.aliases) as string[],
    kind: row.kind,
  };
}

/** The appointment of a row. */
export function appointmentOfRow(row: AppointmentRow): AppointmentRecord {
  return {
    id: row.id,
    groupId: row.group_id,
    unit: unitOfRow(row),
    personId: row.person_id,
    personName: row.person_name,
    phone: row.phone,
    role: row.role,
    section: row.section,
    post: row.post,
    isSectionHead: Boolean(row.is_section_head),
    notHeadReason: row.not_head_reason,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    endedAt: row.ended_at,
    listedBy: row.listed_by,
    listedOn: row.listed_on,
    isBound: row.account_id !== null,
  };
}
