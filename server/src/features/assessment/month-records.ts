import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MonthRecords, OwedRecord } from '@jiannuo/shared/assessment';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import { rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { LedgerMeasures } from '../ledger';
import { GroupYears, titleOf, type YearData } from '../obligations';
import { RulingQueries } from '../rulings';
import { SpotCheckQueries } from '../spot-checks';
import { CountedWork } from './counted-work';

interface OwedRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly title: string | null;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
}

/** What is on record of a group's month, unit by unit. */
export interface GroupMonth {
  readonly year: YearData;
  /** The month's spot check was promised and is not drawn yet: nothing of the month may be made final (Q17). */
  readonly isDrawPending: boolean;
  readonly recordsOf: (unitId: string) => MonthRecords;
}

/** The kinds that count for timeliness (Q11): one obligation, at most one deduction. What was waived counts for nothing. */
const OWED_SQL = `SELECT id, unit_id AS unitId, kind, title, due_at AS dueAt, met_at AS metAt FROM obligation
  WHERE group_id = ? AND period = ? AND kind IN ('monthly-report', 'self-assessment', 'material')
    AND waived_at IS NULL`;

/** Puts together what months are scored from. The number of statements does not grow with the number of counties. */
@Injectable()
export class MonthRecordQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly years: GroupYears,
    private readonly measures: LedgerMeasures,
    private readonly rulings: RulingQueries,
    private readonly counted: CountedWork,
    private readonly spotChecks: SpotCheckQueries,
  ) {}

  /** A group's month; of one unit's records alone when one is named. Refused where the group scores nobody. */
  read(groupId: string, period: Period, unitId: string | null): Promise<GroupMonth> {
    return this.transactions.run((tx) => this.in(tx, { groupId, period, unitId }));
  }

  /** The same inside a transaction. */
  async in(
    tx: EntityManager,
    { groupId, period, unitId }: { readonly groupId: string; readonly period: Period; readonly unitId: string | null },
  ): Promise<GroupMonth> {
    const year = await this.years.of(groupId, period, tx);
    const scope = { groupId, unitId };
    const terms = await this.rulings.inForce(scope, period, tx);
    if (year === null || terms === null) throw DomainError.notFound('assessment.not-scored');
    const measures =
      unitId === null
        ? await this.measures.measuresOfGroup(groupId, period, tx)
        : new Map([[unitId, await this.measures.measuresOf(scope, unitId, period, tx)]]);
    const owed = await rowsIn<OwedRow>(tx, `${OWED_SQL} AND (? IS NULL OR unit_id = ?) ORDER BY due_at, id`, [
      groupId,
      period,
      unitId,
      unitId,
    ]);
    const information = await this.counted.informationIn(tx, scope, period);
    const adjustments = await this.counted.adjustmentsIn(tx, scope, period);
    const failed = await this.spotChecks.failedMeasures(scope, period, tx);
    return {
      year,
      isDrawPending: await this.spotChecks.isDrawPending(tx, groupId, period),
      recordsOf: (unit) => ({
        regulation: terms.regulation.id,
        period,
        unitId: unit,
        measures: (measures.get(unit) ?? []).map(({ id, measure, state, evidence }) => ({
          id,
          title: measure.title,
          done: state === 'done' || state === 'on-schedule',
          evidence,
        })),
        obligations: owed
          .filter((each) => each.unitId === unit)
          .map((each): OwedRecord => {
            const { id, kind, dueAt, metAt } = each;
            return { id, kind, title: titleOf(year.settings, each), dueAt, metAt };
          }),
        information: information.get(unit) ?? [],
        adjustments: adjustments.get(unit) ?? [],
        failedMeasures: (measures.get(unit) ?? [])
          .filter(({ measureId }) => failed.get(unit)?.includes(measureId) === true)
          .map(({ id }) => id),
        rulings: terms.overrides,
      }),
    };
  }
}
