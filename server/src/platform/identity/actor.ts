import type { Instant } from '@jiannuo/shared/kernel';
import type { Role, UnitKind } from '@jiannuo/shared/people';

/** Who is asking, in which appointment. Valid for one request. */
export interface Actor {
  readonly personId: string;
  readonly personName: string;
  readonly appointmentId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly unitKind: UnitKind;
  readonly unitName: string;
  readonly groupId: string;
  readonly sessionId: string;
}

/** Whose records a query may see: one unit's, or with `unitId` null the whole group's. */
export interface Scope {
  readonly groupId: string;
  readonly unitId: string | null;
}

/** The scope of an actor: lead officers and administrators see their group, everybody else their own unit. Throws rather than widen. */
export function scopeOf(actor: Actor): Scope {
  const scope = { groupId: actor.groupId, unitId: seesWholeGroup(actor.role) ? null : actor.unitId };
  return checkedScope(scope);
}

/** The same scope, or an error when it names no group or an empty unit: such a query would return everybody's rows. */
export function checkedScope(scope: Scope): Scope {
  if (!scope.groupId || scope.unitId === '' || (scope.unitId as string | null | undefined) === undefined) {
    throw new Error('A query was asked without a scope.');
  }
  return scope;
}

function seesWholeGroup(role: Role): boolean {
  return role === 'lead-officer' || role === 'administrator';
}

/** An appointment that has ended. */
export interface EndedPost {
  readonly unitName: string;
  readonly role: Role;
  readonly endedAt: Instant;
}

/** Knows the appointments. The people feature provides it; it is asked once at every request. */
export abstract class ActorDirectory {
  /** The actor of a valid appointment; null when it has ended, has not begun or never was. */
  abstract actorOf(appointmentId: string): Promise<Omit<Actor, 'sessionId'> | null>;
  /** What an appointment was that has ended; null while it is valid, and when it never was. */
  abstract endedPostOf(appointmentId: string): Promise<EndedPost | null>;
}
