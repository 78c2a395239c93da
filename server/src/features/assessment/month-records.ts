import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLenientMonth, type MonthRecords, type OwedRecord } from '@jiannuo/shared/assessment';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import type { SpokenRuling } from '@jiannuo/shared/rulings';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { GroupYears, titleOf, type YearData } from '../obligations';
import { RulingQueries } from '../rulings';
import { SpotCheckQueries } from '../spot-checks';
import { CountedWork } from './counted-work';
import { MonthMeasureQueries } from './month-measures';

interface OwedRow {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly title: string | null;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly recordId: string | null;
}

/** What is on record of a unit's month, with the year that it belongs to. */
export interface UnitMonth {
  readonly year: YearData;
  readonly records: MonthRecords;
  /** What was ruled on its regulation. */
  readonly register: readonly SpokenRuling[];
}

/** What counts for timeliness (Q11): one obligation, at most one deduction. What was waived counts for nothing. */
const OWED_SQL = `SELECT id, kind, title, due_at AS dueAt, met_at AS metAt,
    record_id AS recordId FROM obligation
  WHERE group_id = ? AND period = ? AND unit_id = ? AND kind IN ('monthly-report', 'self-assessment', 'material')
    AND waived_at IS NULL
  ORDER BY due_at, id`;

/** Puts together what a unit's month is scored from. */
@Injectable()
export class MonthRecordQueries {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
    private readonly measures: MonthMeasureQueries,
    private readonly rulings: RulingQueries,
    private readonly counted: CountedWork,
    private readonly spotChecks: SpotCheckQueries,
  ) {}

  /** A unit's month. Refused where the group scores nobody. Inside a transaction give its manager. */
  async of(
    { groupId, period, unitId }: { readonly groupId: string; readonly period: Period; readonly unitId: string },
    tx?: EntityManager,
  ): Promise<UnitMonth> {
    const year = await this.years.of(groupId, period, tx);
    const scope = { groupId, unitId };
    const terms = await this.rulings.inForce(scope, period, tx);
    if (year === null || terms === null) throw DomainError.notFound('assessment.not-scored');
    const measures = await this.measures.of({ groupId, unitId, period }, year.form.headings, tx);
    const owed = await this.database.rows<OwedRow>(OWED_SQL, [groupId, period, unitId], tx);
    const information = await this.counted.informationOf(scope, period, tx);
    const adjustments = await this.counted.adjustmentsOf(scope, period, tx);
    const failed = (await this.spotChecks.failedMeasures(scope, period, tx)).get(unitId) ?? [];
    return {
      year,
      register: terms.register,
      records: {
        regulation: terms.regulation.id,
        period,
        unitId,
        measures: measures.records,
        obligations: owed.map((each): OwedRecord => {
          const { id, kind, dueAt, metAt, recordId } = each;
          return { id, kind, title: titleOf(year.settings, each), dueAt, metAt, recordId };
        }),
        information: information.get(unitId) ?? [],
        adjustments: adjustments.get(unitId) ?? [],
        failedMeasures: measures.rowsOf(failed),
        rulings: terms.overrides,
        isLenient: isLenientMonth(year.settings, terms.regulation, period),
      },
    };
  }
}
