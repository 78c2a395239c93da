import type { DirectoryGap } from './api';
import type { Role, UnitKind } from './roles';

/** What the check of the directory needs to know of a unit and its valid appointments. */
export interface DirectoryEntry {
  readonly unitKind: UnitKind;
  readonly appointments: readonly {
    readonly role: Role;
    readonly isSectionHead: boolean;
    readonly isBound: boolean;
  }[];
}

/** Kinds of unit that name a liaison of their own (art. 3: member units and county groups). */
const KINDS_WITH_LIAISON: readonly UnitKind[] = ['department', 'county', 'zone'];

/** What one unit's part of the directory lacks (art. 3), the most urgent first. Other kinds of unit lack nothing. */
export function gapsOfDirectory(entry: DirectoryEntry): readonly DirectoryGap[] {
  if (!KINDS_WITH_LIAISON.includes(entry.unitKind)) return [];
  const liaison = entry.appointments.find((appointment) => appointment.role === 'liaison');
  const gaps: DirectoryGap[] = [];
  if (liaison === undefined) gaps.push('no-liaison');
  if (liaison?.isBound === false) gaps.push('liaison-unbound');
  if (!entry.appointments.some((appointment) => appointment.role === 'leader')) gaps.push('no-leader');
  if (liaison?.isSectionHead === false) gaps.push('not-section-head');
  return gaps;
}
