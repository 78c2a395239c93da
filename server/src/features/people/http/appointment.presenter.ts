import {
  gapsOfDirectory,
  isPermitted,
  maskPhone,
  permissionsOf,
  type AppointmentView,
  type BindingCandidatesView,
  type DirectoryView,
  type GroupView,
  type MeView,
  type Role,
  type UnitView,
} from '@jiannuo/shared/people';
import type { AppointmentRecord, UnitRecord } from '../appointment.rows';
import type { Candidates } from '../candidate.commands';
import type { GroupRecord } from '../group.queries';
import type { Self } from '../self.queries';

/** Whether readers in this role see whole phone numbers. */
export function mayReadPhones(role: Role): boolean {
  return isPermitted(role, 'people.manage');
}

/** A unit as screens show it. */
export function presentUnit(unit: UnitRecord): UnitView {
  const { id, number, name, fullName, aliases, kind } = unit;
  return { id, number, name, fullName, aliases, kind };
}

/** An appointment as screens show it; without the right to manage people the phone number is masked. */
export function presentAppointment(record: AppointmentRecord, isPhoneShown: boolean): AppointmentView {
  const phone = record.phone ?? '';
  return {
    id: record.id,
    unit: presentUnit(record.unit),
    role: record.role,
    personName: record.personName,
    phone: isPhoneShown ? phone : maskPhone(phone),
    section: record.section,
    post: record.post,
    isSectionHead: record.isSectionHead,
    notHeadReason: record.notHeadReason,
    validFrom: record.validFrom,
    validTo: record.validTo,
    listedBy: record.listedBy,
    listedOn: record.listedOn,
    isBound: record.isBound,
  };
}

/** A working group as screens show it. */
export function presentGroup(group: GroupRecord): GroupView {
  const { id, name, city, leadUnitName, leadPhone, leadHours, isSample } = group;
  return { id, name, city, leadUnitName, leadPhone, leadHours, isSample };
}

/** What somebody who is not bound yet sees: masked numbers only. */
export function presentCandidates(found: Candidates): BindingCandidatesView {
  return {
    phone: found.phone === null ? null : maskPhone(found.phone),
    candidates: found.appointments.map((appointment) => presentAppointment(appointment, false)),
    leadPhone: found.group?.leadPhone ?? '',
    leadHours: found.group?.leadHours ?? '',
  };
}

/** Who somebody is, in the appointment in which this session acts. */
export function presentSelf(self: Self): MeView {
  const isPhoneShown = mayReadPhones(self.current.role);
  const { liaison } = self;
  return {
    personId: self.current.personId,
    personName: self.current.personName,
    current: presentAppointment(self.current, isPhoneShown),
    appointments: self.appointments.map((appointment) => presentAppointment(appointment, isPhoneShown)),
    permissions: permissionsOf(self.current.role),
    liaison: liaison === null ? null : { personName: liaison.personName, phone: liaison.phone ?? '' },
    group: presentGroup(self.group),
    serverNow: self.now,
    isDemo: self.isDemo,
  };
}

/** The directory with what it lacks, unit by unit (art. 3). */
export function presentDirectory(
  units: readonly UnitRecord[],
  appointments: readonly AppointmentRecord[],
): DirectoryView {
  const byUnit = new Map<string, AppointmentRecord[]>();
  for (const appointment of appointments) {
    const { id } = appointment.unit;
    byUnit.set(id, [...(byUnit.get(id) ?? []), appointment]);
  }
  return {
    rows: appointments.map((appointment) => presentAppointment(appointment, true)),
    gaps: units.flatMap((unit) =>
      gapsOfDirectory({ unitKind: unit.kind, appointments: byUnit.get(unit.id) ?? [] }).map((gap) => ({
        unitId: unit.id,
        unitName: unit.name,
        gap,
      })),
    ),
  };
}
