import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { Clock } from '../../platform/clock';
import { Configuration } from '../../platform/configuration';
import type { AppointmentRecord } from './appointment.rows';
import { GroupQueries, type GroupRecord } from './group.queries';
import { PeopleQueries, type Contact } from './people.queries';

/** Who somebody is. */
export interface Self {
  readonly current: AppointmentRecord;
  /** All valid appointments of the person, in every group, the current one among them. */
  readonly appointments: readonly AppointmentRecord[];
  /** The liaison of a leader's own unit; null for everybody else. */
  readonly liaison: Contact | null;
  readonly group: GroupRecord;
  readonly now: Instant;
  readonly isDemo: boolean;
}

/** Reads what a person may know of himself. */
@Injectable()
export class SelfQueries {
  constructor(
    private readonly people: PeopleQueries,
    private readonly groups: GroupQueries,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  /** The person in one of his valid appointments; null when it ended a moment ago. */
  async self(personId: string, appointmentId: string): Promise<Self | null> {
    const appointments = await this.people.appointmentsOfPerson(personId);
    const current = appointments.find(({ id }) => id === appointmentId);
    const group = current === undefined ? null : await this.groups.group(current.groupId);
    if (current === undefined || group === null) return null;
    const liaison = current.role === 'leader' ? await this.liaisonOf(current) : null;
    return { current, appointments, liaison, group, now: this.clock.now(), isDemo: this.configuration.isDemo };
  }

  private async liaisonOf({ groupId, unit }: AppointmentRecord): Promise<Contact | null> {
    const scope = { groupId, unitId: unit.id };
    const [liaison] = await this.people.contactsOf(scope, [unit.id], 'liaison');
    return liaison ?? null;
  }
}
