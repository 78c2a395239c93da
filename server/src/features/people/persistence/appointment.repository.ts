import type { EntityManager } from 'typeorm';
import type { DateText, Instant } from '@jiannuo/shared/kernel';
import type { HeldAppointment, Role, Successor } from '@jiannuo/shared/people';
import { execute, insertRows, placesFor } from '../../../platform/database';
import { lockedRow, lockedRows } from './locked-rows';

/** What commands need to know of an appointment. */
export interface AppointmentFacts {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly role: Role;
  readonly section: string;
  readonly post: string;
  readonly endedAt: Instant | null;
}

/** A new appointment. */
export interface NewAppointment extends Omit<Successor, 'personName'> {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly role: Role;
  readonly validFrom: DateText;
  readonly listedBy: string;
  readonly listedOn: DateText;
}

interface Row {
  readonly id: string;
  readonly group_id: string;
  readonly unit_id: string;
  readonly person_id: string;
  readonly role: Role;
  readonly section: string;
  readonly post: string;
  readonly ended_at: Instant | null;
}

const SELECT = 'SELECT id, group_id, unit_id, person_id, role, section, post, ended_at FROM appointment';

/** One appointment, locked; null when there is none. */
export async function appointmentFacts(tx: EntityManager, id: string): Promise<AppointmentFacts | null> {
  return factsOf(await lockedRow<Row>(tx, `${SELECT} WHERE id = ?`, [id]));
}

/** The unit's valid liaison, locked; null when it has none. */
export async function liaisonOf(tx: EntityManager, unitId: string): Promise<AppointmentFacts | null> {
  return factsOf(await lockedRow<Row>(tx, `${SELECT} WHERE liaison_slot = ?`, [unitId]));
}

/** A person's valid appointments in every group, locked. */
export async function heldBy(tx: EntityManager, personId: string): Promise<readonly AppointmentFacts[]> {
  const rows = await lockedRows<Row>(tx, `${SELECT} WHERE person_id = ? AND ended_at IS NULL`, [personId]);
  return rows.flatMap((row) => factsOf(row) ?? []);
}

/** The group's valid appointments to any of `roles`, locked. */
export async function appointedTo(
  tx: EntityManager,
  groupId: string,
  roles: readonly Role[],
): Promise<readonly AppointmentFacts[]> {
  const sql = `${SELECT} WHERE group_id = ? AND ended_at IS NULL AND role IN (${placesFor(roles)})`;
  const rows = await lockedRows<Row>(tx, sql, [groupId, ...roles]);
  return rows.flatMap((row) => factsOf(row) ?? []);
}

/** Puts somebody on the list. A liaison takes the unit's one slot, which the database keeps unique. */
export async function insertAppointment(tx: EntityManager, appointment: NewAppointment): Promise<void> {
  await insertRows(tx, 'appointment', [
    {
      id: appointment.id,
      group_id: appointment.groupId,
      unit_id: appointment.unitId,
      person_id: appointment.personId,
      role: appointment.role,
      section: appointment.section,
      post: appointment.post,
      is_section_head: appointment.isSectionHead ? 1 : 0,
      not_head_reason: appointment.notHeadReason,
      valid_from: appointment.validFrom,
      valid_to: null,
      ended_at: null,
      liaison_slot: appointment.role === 'liaison' ? appointment.unitId : null,
      listed_by: appointment.listedBy,
      listed_on: appointment.listedOn,
    },
  ]);
}

/** Ends an appointment at `now`, and with it every code that was made for it. */
export async function endAppointment(
  tx: EntityManager,
  id: string,
  moment: { readonly now: Instant; readonly today: DateText },
): Promise<void> {
  const sql =
    'UPDATE appointment SET valid_to = ?, ended_at = ?, liaison_slot = NULL WHERE id = ? AND ended_at IS NULL';
  await execute(tx, sql, [moment.today, moment.now, id]);
  await execute(tx, 'UPDATE invite_code SET used_at = ? WHERE appointment_id = ? AND used_at IS NULL', [
    moment.now,
    id,
  ]);
}

/** The part of the facts that decisions about managing people read. */
export function asHeld(facts: AppointmentFacts): HeldAppointment {
  return { id: facts.id, groupId: facts.groupId, role: facts.role };
}

function factsOf(row: Row | null): AppointmentFacts | null {
  if (row === null) return null;
  return {
    id: row.id,
    groupId: row.group_id,
    unitId: row.unit_id,
    personId: row.person_id,
    role: row.role,
    section: row.section,
    post: row.post,
    endedAt: row.ended_at,
  };
}
