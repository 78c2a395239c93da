import type { DateText } from '../kernel';
import type { UnitKind } from './roles';

/** What the group holds already, against which a list is checked. */
export interface RosterContext {
  readonly today: DateText;
  readonly units: readonly KnownUnit[];
  /** Names of everybody who has a phone number, by that number, in every group. */
  readonly names: ReadonlyMap<string, string>;
  /** The valid liaison of each unit that has one, by the unit's everyday name. */
  readonly liaisons: ReadonlyMap<string, { readonly personName: string; readonly phone: string | null }>;
}
export interface KnownUnit {
  readonly number: number;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
}
