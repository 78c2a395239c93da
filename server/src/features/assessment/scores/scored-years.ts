import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MonthCase } from '@jiannuo/shared/scoring';
import { forUpdate, rowsIn, Transactions } from '../../../platform/database';
import { checkedScope, type Scope } from '../../../platform/identity';
import { ClosedYears } from '../../applications';
import { ScoredMonths, type ScoredYear } from '../../rulings';
import { AnnualRecords } from '../year/annual-records';
import { readYear } from '../year/annual.lock';

/** The score that holds of each month: the last one, corrections included. */
const CASES = `SELECT s.unit_id AS unitId, s.score_case AS scoreCase
  FROM score s JOIN assessment a ON a.id = s.assessment_id AND a.state IN ('final', 'published')
  WHERE s.group_id = ? AND s.period BETWEEN ? AND ? AND (? IS NULL OR s.unit_id = ?)
    AND s.number = (SELECT MAX(l.number) FROM score l WHERE l.assessment_id = s.assessment_id)
  ORDER BY s.period`;

/** Tells the subjects before this one what was scored in a year, and whether its result is final. */
@Injectable()
export class ScoredYears implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: AnnualRecords,
    private readonly scored: ScoredMonths,
    private readonly closed: ClosedYears,
  ) {}

  onModuleInit(): void {
    this.scored.register(
      (scope, year) => this.transactions.run((tx) => this.scoredIn(tx, scope, year)),
      (groupId, year) => this.transactions.run(async (tx) => (await readYear(tx, groupId, year))?.finalisedAt ?? null),
    );
    this.closed.register((tx, groupId, year) => isClosed(tx, groupId, year));
  }

  private async scoredIn(tx: EntityManager, scope: Scope, year: number): Promise<ScoredYear> {
    const { groupId, unitId } = checkedScope(scope);
    const { counties, periods, regulation } = await this.records.in(tx, scope, year);
    const { first, last } = regulation.cycle;
    const parameters = [groupId, first, last, unitId, unitId];
    const months = new Map<string, MonthCase[]>();
    for (const row of await rowsIn<{ readonly unitId: string; readonly scoreCase: string }>(tx, CASES, parameters)) {
      const month = JSON.parse(row.scoreCase) as MonthCase;
      const known = months.get(row.unitId);
      if (known === undefined) months.set(row.unitId, [month]);
      else known.push(month);
    }
    const told = new Set(
      counties.flatMap((county) => county.months.flatMap(({ month, state }) => (state === 'published' ? [month] : []))),
    );
    return {
      units: counties.map((county) => ({
        unitId: county.unitId,
        unitName: county.unitName,
        months: months.get(county.unitId) ?? [],
        innovations: county.records.innovations,
      })),
      published: periods.filter((period) => told.has(period)),
    };
  }
}

/**
 * Reads with a lock even where there is no row yet: what is decided about a year's applications is either seen by the
 * result that is being made final, or comes too late for it.
 */
async function isClosed(tx: EntityManager, groupId: string, year: number): Promise<boolean> {
  const sql = `SELECT id FROM annual_year WHERE group_id = ? AND year = ?${forUpdate(tx)}`;
  return (await rowsIn(tx, sql, [groupId, year])).length > 0;
}
