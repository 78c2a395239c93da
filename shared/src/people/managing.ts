import { allow, refuse, type Outcome } from '../kernel';
import type { Role } from './roles';

/** A valid appointment of the person concerned, as far as managing people asks about it. */
export interface HeldAppointment {
  readonly id: string;
  readonly groupId: string;
  readonly role: Role;
}

/** Whether somebody in `by` may appoint to `role`, or end such an appointment: only administrators appoint administrators. */
export function decideAppointing(by: Role, role: Role): Outcome<Role> {
  return role === 'administrator' && by !== 'administrator' ? refuse('appointment.administrator-only') : allow(role);
}

/**
 * Whether whoever manages `groupId` may decide how this person signs in (a code, a new phone number). That opens all of
 * the person's appointments, so none may lie in another group or be above the one who asks.
 */
export function decideSignInOf(by: Role, groupId: string, held: readonly HeldAppointment[]): Outcome<true> {
  if (held.some((appointment) => appointment.groupId !== groupId)) return refuse('person.in-other-group');
  const above = held.map((appointment) => decideAppointing(by, appointment.role)).find((outcome) => !outcome.ok);
  return above?.ok === false ? above : allow(true);
}

/** Whether a code for one appointment would open more than whoever made it could give: another group, or an administrator's post. */
export function opensMore(invited: HeldAppointment, held: readonly HeldAppointment[]): boolean {
  return held.some(
    (other) =>
      other.id !== invited.id &&
      (other.groupId !== invited.groupId || (other.role === 'administrator' && invited.role !== 'administrator')),
  );
}
