import { Injectable } from '@nestjs/common';
import { beijingDate } from '@jiannuo/shared/kernel';
import {
  PERSON_COLUMNS,
  ROLE_NAMES,
  ROSTER_SHEETS,
  UNIT_COLUMNS,
  UNIT_KIND_NAMES,
  type RosterContext,
} from '@jiannuo/shared/people';
import type { CellValue, Sheet } from '@jiannuo/shared/sheets';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { PeopleQueries } from './people.queries';

/** Reads a group's units and people as a list for Excel, and what a list that comes in is checked against. */
@Injectable()
export class RosterQueries {
  constructor(
    private readonly people: PeopleQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What the group holds now. */
  async context(groupId: string): Promise<RosterContext> {
    const scope = { groupId, unitId: null };
    const [units, liaisons, phones] = await Promise.all([
      this.people.unitsOf(scope),
      this.people.contactsOf(scope, 'all', 'liaison'),
      this.database.rows<{ phone: string; name: string }>('SELECT phone, name FROM person WHERE phone IS NOT NULL'),
    ]);
    return {
      today: beijingDate(this.clock.now()),
      units,
      names: new Map(phones.map(({ phone, name }) => [phone, name])),
      liaisons: new Map(liaisons.map(({ unitName, personName, phone }) => [unitName, { personName, phone }])),
    };
  }

  /** The group's list as it could be imported again. People without a phone number stand in it with an empty one. */
  async sheets(groupId: string): Promise<readonly Sheet[]> {
    const scope = { groupId, unitId: null };
    const [units, appointments] = await Promise.all([this.people.unitsOf(scope), this.people.appointmentsOf(scope)]);
    return rosterSheets(
      units.map((unit) => [unit.number, unit.name, unit.fullName, UNIT_KIND_NAMES[unit.kind], unit.aliases.join('、')]),
      appointments.map((appointment) => [
        appointment.unit.name,
        ROLE_NAMES[appointment.role],
        appointment.personName,
        appointment.phone ?? '',
        appointment.section,
        appointment.post,
        appointment.isSectionHead ? '是' : '否',
        appointment.notHeadReason ?? '',
      ]),
    );
  }
}

/** Both sheets with their headings. */
export function rosterSheets(
  units: readonly (readonly CellValue[])[],
  people: readonly (readonly CellValue[])[],
): readonly Sheet[] {
  return [
    { name: ROSTER_SHEETS.units, rows: [UNIT_COLUMNS.map(({ title }) => title), ...units] },
    { name: ROSTER_SHEETS.people, rows: [PERSON_COLUMNS.map(({ title }) => title), ...people] },
  ];
}
