import { Injectable } from '@nestjs/common';
import {
  coverageOf,
  currentOf,
  periodsOf,
  type ContactLogView,
  type ContactView,
  type CoverageView,
} from '@jiannuo/shared/coordination';
import { Clock } from '../../platform/clock';
import { DomainError } from '../../platform/http';
import { checkedScope, type Scope } from '../../platform/identity';
import { PeopleQueries } from '../people';
import { ContactYears, isOwedContact } from './contact-years.queries';
import { ContactRecords } from './contact.records';

/** The coverage of a year with the log behind it. */
export interface ContactBook {
  readonly coverage: CoverageView;
  readonly contacts: readonly ContactView[];
}

/** Reads who was talked with, month by month (art. 4). */
@Injectable()
export class ContactQueries {
  constructor(
    private readonly records: ContactRecords,
    private readonly people: PeopleQueries,
    private readonly years: ContactYears,
    private readonly clock: Clock,
  ) {}

  /** Each unit's months; without a year that of the month that runs. Refused for a year that the group has not set up. */
  async coverage(scope: Scope, year?: number): Promise<CoverageView> {
    return (await this.book(scope, year)).coverage;
  }

  /** The same with every contact, latest first, for the Excel file. */
  async book(scope: Scope, year?: number): Promise<ContactBook> {
    const settings = await this.years.of(checkedScope(scope).groupId, year);
    const [units, contacts] = await Promise.all([this.people.unitsOf(scope), this.records.within(scope, settings)]);
    const now = this.clock.now();
    const owed = units.filter(({ kind }) => isOwedContact(settings, kind));
    const periods = periodsOf(settings);
    const cells = coverageOf(idsOf(owed), contacts.filter(isCounted), periods, now);
    const rows = owed.map(({ id, name, kind }) => {
      return { unitId: id, unitName: name, unitKind: kind, cells: cells.get(id) ?? [] };
    });
    const currentPeriod = currentOf(settings, now);
    return { coverage: { year: settings.year, serverNow: now, periods, currentPeriod, rows }, contacts };
  }

  /** One unit's log over the year. Not found outside the scope: a unit reads its own, the lead unit everybody's. */
  async log(scope: Scope, unitId: string, year?: number): Promise<ContactLogView> {
    const unit = (await this.people.unitsOf(scope)).find(({ id }) => id === unitId);
    if (unit === undefined) throw DomainError.notFound('coordination.unit-not-found');
    const settings = await this.years.of(checkedScope(scope).groupId, year);
    const contacts = await this.records.within({ groupId: scope.groupId, unitId }, settings);
    const now = this.clock.now();
    const periods = periodsOf(settings);
    const owed = isOwedContact(settings, unit.kind) ? [unitId] : [];
    return {
      unitId,
      unitName: unit.name,
      year: settings.year,
      serverNow: now,
      periods,
      cells: coverageOf(owed, contacts.filter(isCounted), periods, now).get(unitId) ?? [],
      contacts,
    };
  }
}

function isCounted({ struck }: ContactView): boolean {
  return struck === null;
}

function idsOf(units: readonly { readonly id: string }[]): readonly string[] {
  return units.map(({ id }) => id);
}
