import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MonthRecords } from '@jiannuo/shared/assessment';
import type { Period } from '@jiannuo/shared/kernel';
import type { SpokenRuling } from '@jiannuo/shared/rulings';
import { DomainError } from '../../../platform/http';
import { GroupYears, type YearData } from '../../obligations';
import { RulingQueries } from '../../rulings';
import { SpotCheckQueries } from '../../spot-checks';
import { CountedWork } from './counted-work';
import { MonthMeasureQueries } from './month-measures';

/** Which unit's month. */
interface MonthKey {
  readonly groupId: string;
  readonly period: Period;
  readonly unitId: string;
}

/** What is on record of a unit's month, with the year that it belongs to. */
export interface UnitMonth {
  readonly year: YearData;
  readonly records: MonthRecords;
  /** What was ruled on its regulation. */
  readonly register: readonly SpokenRuling[];
}

/** Puts together what a unit's month is scored from. */
@Injectable()
export class MonthRecordQueries {
  constructor(
    private readonly years: GroupYears,
    private readonly measures: MonthMeasureQueries,
    private readonly rulings: RulingQueries,
    private readonly counted: CountedWork,
    private readonly spotChecks: SpotCheckQueries,
  ) {}

  /** A unit's month. Refused where the group scores nobody. Inside a transaction give its manager. */
  async of({ groupId, period, unitId }: MonthKey, tx?: EntityManager): Promise<UnitMonth> {
    const year = await this.years.of(groupId, period, tx);
    const scope = { groupId, unitId };
    const terms = await this.rulings.inForce(scope, period, tx);
    if (year === null || terms === null) throw DomainError.notFound('assessment.not-scored');
    const measures = await this.measures.of({ groupId, unitId, period }, year.form.headings, tx);
    const owed = await this.counted.owedOf({ groupId, unitId, period }, tx);
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
        ...owed(unitId),
        information: information.get(unitId) ?? [],
        adjustments: adjustments.get(unitId) ?? [],
        failedMeasures: measures.rowsOf(failed),
        rulings: terms.overrides,
      },
    };
  }

  /** Whether its measures were drawn for a spot check. */
  isDrawn({ groupId, period, unitId }: MonthKey): Promise<boolean> {
    return this.spotChecks.isDrawn(groupId, period, unitId);
  }
}
