import { Injectable } from '@nestjs/common';
import type { LedgerHeading, LedgerUnit, PlanContext, PlanStanding } from '@jiannuo/shared/ledger';
import type { ObligationSettings } from '@jiannuo/shared/obligations';
import { DomainError } from '../../platform/http';
import { GroupQueries, PeopleQueries } from '../people';
import type { RowRecord } from './ledger-rows';

/** A year of a group, as far as its plan is concerned. */
export interface LedgerYear {
  readonly groupId: string;
  readonly year: number;
  readonly settings: ObligationSettings;
  readonly headings: readonly LedgerHeading[];
  readonly units: readonly LedgerUnit[];
}

/** Reads what a plan is checked against. */
@Injectable()
export class LedgerYears {
  constructor(
    private readonly groups: GroupQueries,
    private readonly people: PeopleQueries,
  ) {}

  /** A group's year with headings and units; refused when nobody has set that year up. Read it before a transaction. */
  async of(groupId: string, year: number): Promise<LedgerYear> {
    const [record, units] = await Promise.all([
      this.groups.groupYear(groupId, year),
      this.people.unitsOf({ groupId, unitId: null }),
    ]);
    if (record === null) throw DomainError.notFound('ledger.year-unknown');
    const { settings, form } = record;
    return { groupId, year, settings, headings: headingsOf(form.headings), units };
  }
}

/** The headings as the ledger knows them, without what only a report asks. */
export function headingsOf(headings: readonly LedgerHeading[]): readonly LedgerHeading[] {
  return headings.map(({ id, ordinal, title, shortTitle }) => ({ id, ordinal, title, shortTitle }));
}

/** What a list is checked against, with the plan as it stands. */
export function contextOf(year: LedgerYear, plan: PlanContext['plan']): PlanContext {
  const { settings, headings, units } = year;
  const cycle = { year: year.year, firstPeriod: settings.firstPeriod, lastPeriod: settings.lastPeriod };
  return { cycle, headings, units, plan };
}

/** The same with what became of its months, for a change of plan. */
export function standingOf(
  { cycle, units }: PlanContext,
  rows: readonly RowRecord[],
  more: Pick<PlanStanding, 'owed' | 'now'>,
): PlanStanding {
  return { cycle, units, rows: rows.map((row) => ({ ...row, isScored: Boolean(row.isScored) })), ...more };
}
