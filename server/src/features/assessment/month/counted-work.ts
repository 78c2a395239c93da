import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { countedOf, owedIn, type MonthRecords, type RecordedMonth } from '@jiannuo/shared/assessment';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { Scope } from '../../../platform/identity';
import { ApplicationQueries } from '../../applications';
import { CreditQueries } from '../../information';
import { LedgerMeasures } from '../../ledger';
import { OwedMonths, type Owed } from './owed-months';
import type { AskedMonth } from '../review/standing-reviews';

/** What counts of a month beside its measures, with what it is called: what was owed, work updates and adjustments. */
@Injectable()
export class CountedWork {
  constructor(
    private readonly credits: CreditQueries,
    private readonly applications: ApplicationQueries,
    private readonly owed: OwedMonths,
    private readonly measures: LedgerMeasures,
  ) {}

  /** Each unit's month as its records have it at a moment. Refused where the group scores nobody. */
  async recordedIn(
    tx: EntityManager,
    month: AskedMonth & { readonly now: Instant },
  ): Promise<(unitId: string) => RecordedMonth & { readonly owed: Owed }> {
    const information = await this.informationOf(month, month.period, tx);
    const adjustments = await this.adjustmentsOf(month, month.period, tx);
    const owedBy = await this.owedOf(month, tx);
    const done = await this.measures.doneOf(tx, month);
    return (unitId) => {
      const owed = owedBy(unitId);
      return {
        ...countedOf({ information: information.get(unitId) ?? [], adjustments: adjustments.get(unitId) ?? [] }),
        obligations: owedIn(owed, month.now),
        measures: done.get(unitId) ?? [],
        owed,
      };
    };
  }

  /** What each unit of a month owed and when it came. Refused where the group scores nobody. */
  owedOf(month: AskedMonth, tx?: EntityManager): Promise<(unitId: string) => Owed> {
    return this.owed.of(tx, month);
  }

  /** A month's adjustments, by unit. */
  async adjustmentsOf(
    scope: Scope,
    period: Period,
    tx?: EntityManager,
  ): Promise<ReadonlyMap<string, MonthRecords['adjustments']>> {
    const credited = await this.applications.credited(scope, period, tx);
    const ids = [...credited.values()].flatMap((each) => each.map(({ id }) => id));
    const titles = await this.applications.titlesOf(ids, tx);
    return new Map(
      [...credited].map(([unit, each]) => [unit, each.map((one) => ({ ...one, title: titles.get(one.id) ?? '' }))]),
    );
  }

  /** A month's work updates that count, by unit. */
  async informationOf(
    scope: Scope,
    period: Period,
    tx?: EntityManager,
  ): Promise<ReadonlyMap<string, MonthRecords['information']>> {
    const credits = await this.credits.of(scope, period, tx);
    const ids = [...credits.values()].flatMap((each) => each.map(({ id }) => id));
    const sent = await this.credits.sentOf(ids, tx);
    return new Map(
      [...credits].map(([unit, each]) => [
        unit,
        each.map((credit) => ({ title: '', ...sent.get(credit.id), ...credit })),
      ]),
    );
  }
}
