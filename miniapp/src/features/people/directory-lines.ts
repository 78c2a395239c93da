import type { AppointmentView, DirectoryGap, DirectoryView, Role, UnitView } from '@jiannuo/shared/people';

/** A unit with those who hold its posts now, and what its part of the list lacks (art. 3). */
export interface DirectoryLine {
  readonly unit: UnitView;
  readonly people: readonly AppointmentView[];
  readonly gaps: readonly DirectoryGap[];
}

/** Units in their order, each with its people. */
export function directoryLines(units: readonly UnitView[], directory: DirectoryView): readonly DirectoryLine[] {
  return units.map((unit) => ({
    unit,
    people: directory.rows.filter((row) => row.unit.id === unit.id),
    gaps: directory.gaps.filter(({ unitId }) => unitId === unit.id).map(({ gap }) => gap),
  }));
}

/** Who holds a post in a unit. */
export function holdersOf({ people }: DirectoryLine, role: Role): readonly AppointmentView[] {
  return people.filter((person) => person.role === role);
}

/** What a gap is called; it names what is missing. */
export const GAP_WORDS: Readonly<Record<DirectoryGap, string>> = {
  'no-liaison': '缺联络员',
  'liaison-unbound': '没绑微信',
  'no-leader': '缺分管领导',
  'not-section-head': '不是科室负责人',
};

/** Which posts can be listed for a unit, in the order in which they are shown. */
export function rolesOf({ kind }: UnitView): readonly Role[] {
  return kind === 'lead' ? ['lead-officer', 'administrator', 'leader'] : ['liaison', 'leader'];
}

/** `138 0000 0107` for a whole number; a masked one stays as the server gave it. */
export function readablePhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
}
