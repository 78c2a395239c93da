import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  allowedAnnualActions,
  yearCaseOf,
  yearMonthStanding,
  type AnnualRow,
  type AnnualView,
  type MissingMonth,
} from '@jiannuo/shared/assessment';
import { beijingDate, periodOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import { isPermitted } from '@jiannuo/shared/people';
import { Clock } from '../../../platform/clock';
import { rowsIn, Transactions } from '../../../platform/database';
import { scopeOf, type Actor } from '../../../platform/identity';
import { GroupYears } from '../../obligations';
import { GroupRegulations } from '../../rulings';
import { AnnualRecords, type CountyYear } from './annual-records';
import { AnnualHindrances } from './annual.hindrances';
import { movedSince, readYear, resultsIn, yearSituation, type ClosedYear } from './annual.lock';
import { yearSeal } from './annual.seal';

/** Reads the counties' years. */
@Injectable()
export class AnnualQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly years: GroupYears,
    private readonly records: AnnualRecords,
    private readonly hindrances: AnnualHindrances,
    private readonly regulations: GroupRegulations,
  ) {}

  /**
   * A year as its reader may see it, that of the current month when none is named: the lead unit all counties in the
   * official order, sorted by no points; a county its own, and its result once it is final.
   */
  async view(actor: Actor, asked: number | null): Promise<AnnualView> {
    const year = asked ?? (await this.currentYear(actor.groupId));
    const now = this.clock.now();
    const beside = await this.regulations.yearsBeside(actor.groupId, year);
    return { ...(await this.transactions.run((tx) => this.viewIn(tx, { actor, year, now }))), ...beside };
  }

  private async viewIn(
    tx: EntityManager,
    { actor, year, now }: { readonly actor: Actor; readonly year: number; readonly now: Instant },
  ): Promise<Omit<AnnualView, 'previousYear' | 'nextYear'>> {
    const scope = scopeOf(actor);
    const closed = await readYear(tx, scope.groupId, year);
    const group = await this.records.in(tx, scope, year);
    const isLead = isPermitted(actor.role, 'assessment.review');
    const isOpening = closed === null && isLead;
    const current = periodOf(beijingDate(now));
    const facts = {
      results: await resultsIn(tx, scope, year),
      missing: closed === null ? [] : await missingIn(tx, closed),
      isLead,
      current,
    };
    const { state, finalisedAt, publishedAt, byUnit } = closed ?? OPEN;
    return {
      year,
      serverNow: now,
      regulation: group.regulation.id,
      regulationTitle: group.regulation.title,
      register: group.register,
      months: group.periods,
      state,
      actions: allowedAnnualActions(yearSituation(actor, closed, group)),
      hindrances: isOpening ? await this.hindrances.of(tx, { scope, year, group, now }) : [],
      forgotten: isOpening ? await this.records.forgotten(tx, scope, { ...group, year, current }) : [],
      seal: isOpening ? yearSeal(group, current) : null,
      finalisedAt,
      publishedAt,
      byUnit,
      rows: group.counties.map((county) => rowOf(county, facts)),
    };
  }

  private async currentYear(groupId: string): Promise<number> {
    const period = (await this.years.currentPeriod(groupId)) ?? beijingDate(this.clock.now());
    return Number(period.slice(0, 4));
  }
}

const OPEN = { state: 'open', finalisedAt: null, publishedAt: null, byUnit: null } as const;

interface RowFacts {
  readonly results: ReadonlyMap<string, AnnualRow['results']>;
  readonly missing: readonly MissingMonth[];
  readonly isLead: boolean;
  readonly current: Period;
}

function rowOf(county: CountyYear, { results, missing, isLead, current }: RowFacts): AnnualRow {
  const { unitId, unitName, records, innovations, months } = county;
  const own = results.get(unitId) ?? [];
  return {
    unitId,
    unitName,
    months: months.map((month, index) => ({ ...month, standing: standingOf(records, index, current) })),
    innovations,
    preview: isLead ? yearCaseOf(records) : null,
    results: own,
    missing: missing.filter((each) => each.unitId === unitId),
    moved: movedSince(county, results),
  };
}

function standingOf(
  { months }: CountyYear['records'],
  index: number,
  current: Period,
): AnnualRow['months'][number]['standing'] {
  const month = months[index];
  return month === undefined ? 'missing' : yearMonthStanding(month, current);
}

function missingIn(tx: EntityManager, { id }: ClosedYear): Promise<MissingMonth[]> {
  const sql = `SELECT unit_id AS unitId, period AS month, reason FROM annual_missing_month
    WHERE annual_year_id = ? ORDER BY period`;
  return rowsIn<MissingMonth>(tx, sql, [id]);
}
