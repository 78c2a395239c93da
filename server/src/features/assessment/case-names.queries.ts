import { Injectable } from '@nestjs/common';
import type { MonthCase, Names } from '@jiannuo/shared/scoring';
import { batchesOf } from '../../platform/database';
import { ApplicationQueries } from '../applications';
import { CreditQueries } from '../information';
import { LedgerMeasures } from '../ledger';

/** Reads what everything is called that cases name by its id, but for what was owed. */
@Injectable()
export class CaseNameQueries {
  constructor(
    private readonly measures: LedgerMeasures,
    private readonly credits: CreditQueries,
    private readonly applications: ApplicationQueries,
  ) {}

  /** The names in many cases; the number of statements grows with them only by whole batches. */
  async of(cases: readonly MonthCase[]): Promise<Names> {
    const idsOf = (of: 'measures' | 'information' | 'adjustments') =>
      batchesOf([...new Set(cases.flatMap((month) => month[of].map(({ id }) => id)))]);
    const titles = await Promise.all([
      ...idsOf('measures').map((ids) => this.measures.titlesOf(ids)),
      ...idsOf('information').map((ids) => this.credits.titlesOf(ids)),
      ...idsOf('adjustments').map((ids) => this.applications.titlesOf(ids)),
    ]);
    return Object.fromEntries(titles.flatMap((each) => [...each]));
  }
}
