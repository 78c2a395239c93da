import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role, UnitKind } from '@jiannuo/shared/people';
import { Database, rowsIn } from '../../platform/database';
import { ActorDirectory, type Actor, type EndedPost } from '../../platform/identity';

interface ActorRow {
  readonly person_id: string;
  readonly person_name: string;
  readonly role: Role;
  readonly unit_id: string;
  readonly kind: UnitKind;
  readonly unit_name: string;
  readonly group_id: string;
}

const SQL = `SELECT a.person_id, p.name AS person_name, a.role, a.unit_id, u.kind, u.name AS unit_name, a.group_id
  FROM appointment a
  JOIN unit u ON u.id = a.unit_id
  JOIN person p ON p.id = a.person_id
  WHERE a.id = ? AND a.ended_at IS NULL`;

const ENDED_SQL = `SELECT u.name AS unitName, a.role, a.ended_at AS endedAt
  FROM appointment a JOIN unit u ON u.id = a.unit_id WHERE a.id = ? AND a.ended_at IS NOT NULL`;

/** Tells the guard who an appointment is. It asks at every request, so a handover counts at once. */
@Injectable()
export class AppointmentDirectory extends ActorDirectory {
  constructor(private readonly database: Database) {
    super();
  }

  async actorOf(appointmentId: string): Promise<Omit<Actor, 'sessionId'> | null> {
    const row = await this.database.row<ActorRow>(SQL, [appointmentId]);
    return row === null ? null : actorOfRow(row, appointmentId);
  }

  async endedPostOf(appointmentId: string): Promise<EndedPost | null> {
    return this.database.row<EndedPost>(ENDED_SQL, [appointmentId]);
  }
}

/** The actor that a valid appointment makes, read inside a transaction; null when it is not valid. */
export async function actorIn(tx: EntityManager, appointmentId: string): Promise<Omit<Actor, 'sessionId'> | null> {
  const rows = await rowsIn<ActorRow>(tx, SQL, [appointmentId]);
  return rows[0] === undefined ? null : actorOfRow(rows[0], appointmentId);
}

function actorOfRow(row: ActorRow, appointmentId: string): Omit<Actor, 'sessionId'> {
  return {
    personId: row.person_id,
    personName: row.person_name,
    appointmentId,
    role: row.role,
    unitId: row.unit_id,
    unitKind: row.kind,
    unitName: row.unit_name,
    groupId: row.group_id,
  };
}
