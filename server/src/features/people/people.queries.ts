import { Injectable } from '@nestjs/common';
import type { Role } from '@jiannuo/shared/people';
import { batchesOf, Database, placesFor, type SqlValue } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';
import {
  APPOINTMENT_SELECT,
  appointmentOfRow,
  UNIT_COLUMNS,
  unitOfRow,
  type AppointmentRecord,
  type AppointmentRow,
  type UnitRecord,
  type UnitRow,
} from './appointment.rows';
import { MiniProgram } from './mini-program';

/** How one valid holder of a post can be reached. */
export interface Contact {
  readonly appointmentId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: Role;
  readonly post: string;
  readonly personId: string;
  readonly personName: string;
  /** Eleven digits; null until the lead unit enters it. */
  readonly phone: string | null;
  /** The person's openid; null while no working WeChat account is bound. */
  readonly openId: string | null;
}

interface ContactRow {
  readonly appointment_id: string;
  readonly unit_id: string;
  readonly unit_name: string;
  readonly role: Role;
  readonly post: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly phone: string | null;
  readonly open_id: string | null;
}

/** Reads units and who holds which post, always within a scope. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly miniProgram: MiniProgram,
  ) {}

  /** The units within the scope, in the group's order. */
  async unitsOf(scope: Scope): Promise<readonly UnitRecord[]> {
    const [where, parameters] = withinScope(scope, 'u.group_id', 'u.id');
    const sql = `SELECT ${UNIT_COLUMNS} FROM unit u WHERE ${where} ORDER BY u.number`;
    return (await this.database.rows<UnitRow>(sql, parameters)).map(unitOfRow);
  }

  /** The valid holders of a role in these units, with telephone and openid; `all` asks for every unit of the scope. */
  async contactsOf(scope: Scope, unitIds: readonly string[] | 'all', role: Role): Promise<readonly Contact[]> {
    if (unitIds === 'all') return this.contactsIn(scope, role, null);
    const contacts = batchesOf(unitIds).map((some) => this.contactsIn(scope, role, some));
    return (await Promise.all(contacts)).flat();
  }

  /** An appointment within the scope, ended ones too; null when there is none. */
  async appointmentById(scope: Scope, appointmentId: string): Promise<AppointmentRecord | null> {
    const [where, parameters] = withinScope(scope, 'a.group_id', 'a.unit_id');
    const sql = `${APPOINTMENT_SELECT} WHERE ${where} AND a.id = ?`;
    const row = await this.database.row<AppointmentRow>(sql, [this.miniProgram.appId, ...parameters, appointmentId]);
    return row === null ? null : appointmentOfRow(row);
  }

  /** Any appointment of the installation, for an entered code, which is its own permission; null when there is none. */
  async anyAppointment(appointmentId: string): Promise<AppointmentRecord | null> {
    const sql = `${APPOINTMENT_SELECT} WHERE a.id = ?`;
    const row = await this.database.row<AppointmentRow>(sql, [this.miniProgram.appId, appointmentId]);
    return row === null ? null : appointmentOfRow(row);
  }

  /** The valid appointments within the scope, unit by unit. */
  async appointmentsOf(scope: Scope): Promise<readonly AppointmentRecord[]> {
    const [where, parameters] = withinScope(scope, 'a.group_id', 'a.unit_id');
    const sql = `${APPOINTMENT_SELECT} WHERE ${where} AND a.ended_at IS NULL ORDER BY u.number, a.role, a.id`;
    return this.appointments(sql, [this.miniProgram.appId, ...parameters]);
  }

  /** Everybody who ever held a post in a unit of the scope, the latest first. */
  async historyOf(scope: Scope, unitId: string): Promise<readonly AppointmentRecord[]> {
    const [where, parameters] = withinScope(scope, 'a.group_id', 'a.unit_id');
    const order = 'ORDER BY (a.ended_at IS NULL) DESC, a.ended_at DESC, a.id DESC';
    const sql = `${APPOINTMENT_SELECT} WHERE ${where} AND a.unit_id = ? ${order}`;
    return this.appointments(sql, [this.miniProgram.appId, ...parameters, unitId]);
  }

  /** A person's valid appointments in every group: for that person's own eyes only. */
  async appointmentsOfPerson(personId: string): Promise<readonly AppointmentRecord[]> {
    const sql = `${APPOINTMENT_SELECT} WHERE a.person_id = ? AND a.ended_at IS NULL ORDER BY a.group_id, u.number, a.id`;
    return this.appointments(sql, [this.miniProgram.appId, personId]);
  }

  private async appointments(sql: string, parameters: readonly SqlValue[]): Promise<readonly AppointmentRecord[]> {
    return (await this.database.rows<AppointmentRow>(sql, parameters)).map(appointmentOfRow);
  }

  private async contactsIn(scope: Scope, role: Role, unitIds: readonly string[] | null): Promise<readonly Contact[]> {
    const [where, parameters] = withinScope(scope, 'a.group_id', 'a.unit_id');
    const named = unitIds === null ? '' : ` AND a.unit_id IN (${placesFor(unitIds)})`;
    const rows = await this.database.rows<ContactRow>(
      `SELECT a.id AS appointment_id, a.unit_id, u.name AS unit_name, a.role, a.post, a.person_id,
          p.name AS person_name, p.phone, w.open_id
        FROM appointment a
        JOIN unit u ON u.id = a.unit_id
        JOIN person p ON p.id = a.person_id
        LEFT JOIN wechat_account w ON w.person_id = a.person_id AND w.app_id = ? AND w.is_broken = 0
        WHERE ${where} AND a.role = ? AND a.ended_at IS NULL${named}
        ORDER BY u.number, a.id`,
      [this.miniProgram.appId, ...parameters, role, ...(unitIds ?? [])],
    );
    return rows.map(contactOfRow);
  }
}

function withinScope(scope: Scope, groupColumn: string, unitColumn: string): [string, SqlValue[]] {
  const { groupId, unitId } = checkedScope(scope);
  if (unitId === null) return [`${groupColumn} = ?`, [groupId]];
  return [`${groupColumn} = ? AND ${unitColumn} = ?`, [groupId, unitId]];
}

function contactOfRow(row: ContactRow): Contact {
  return {
    appointmentId: row.appointment_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    role: row.role,
    post: row.post,
    personId: row.person_id,
    personName: row.person_name,
    phone: row.phone,
    openId: row.open_id,
  };
}
