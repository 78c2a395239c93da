import { Injectable } from '@nestjs/common';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import type { Period } from '@jiannuo/shared/kernel';
import type { MonthCase, Names } from '@jiannuo/shared/scoring';
import { batchesOf, Database, placesFor } from '../../platform/database';
import { ApplicationQueries } from '../applications';
import { CreditQueries } from '../information';
import { LedgerMeasures } from '../ledger';
import { GroupYears, titleOf } from '../obligations';

interface OwedRow {
  readonly id: string;
  readonly period: Period;
  readonly kind: ObligationKind;
  readonly title: string | null;
}

/** Reads what everything is called that cases name by its id, also what the records do not count any more. */
@Injectable()
export class CaseNameQueries {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
    private readonly measures: LedgerMeasures,
    private readonly credits: CreditQueries,
    private readonly applications: ApplicationQueries,
  ) {}

  /** The names in many cases of a group; the number of statements grows with them only by whole batches. */
  async of(groupId: string, cases: readonly MonthCase[]): Promise<Names> {
    const idsOf = (of: 'measures' | 'information' | 'adjustments' | 'obligations') =>
      batchesOf([...new Set(cases.flatMap((month) => month[of].map(({ id }) => id)))]);
    const titles = await Promise.all([
      ...idsOf('measures').map((ids) => this.measures.titlesOf(ids)),
      ...idsOf('information').map((ids) => this.credits.titlesOf(ids)),
      ...idsOf('adjustments').map((ids) => this.applications.titlesOf(ids)),
      ...idsOf('obligations').map((ids) => this.owedTitlesOf(groupId, ids)),
    ]);
    return Object.fromEntries(titles.flatMap((each) => [...each]));
  }

  private async owedTitlesOf(groupId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const sql = `SELECT id, period, kind, title FROM obligation WHERE group_id = ? AND id IN (${placesFor(ids)})`;
    const titles = new Map<string, string>();
    for (const owed of await this.database.rows<OwedRow>(sql, [groupId, ...ids])) {
      const year = await this.years.of(groupId, owed.period);
      titles.set(owed.id, year === null ? (owed.title ?? '') : titleOf(year.settings, owed));
    }
    return titles;
  }
}
