import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { measureRecords, type MeasureRecord } from '@jiannuo/shared/assessment';
import { addMonths, type Period } from '@jiannuo/shared/kernel';
import type { AskingHeading } from '@jiannuo/shared/ledger';
import { LedgerMeasures } from '../../ledger';
import { ReportedWork } from '../../reporting';

/** Whose month is read. */
interface UnitMonth {
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
}

/** A month's measures, and the rows of those that a spot check named by their measures. */
export interface MonthMeasures {
  readonly records: readonly MeasureRecord[];
  readonly rowsOf: (measureIds: readonly string[]) => readonly string[];
}

/** Reads what the ledger lists for a unit's month, with what the report shows for it (M1). */
@Injectable()
export class MonthMeasureQueries {
  constructor(
    private readonly ledger: LedgerMeasures,
    private readonly reported: ReportedWork,
  ) {}

  /** A month's measures in the order of their numbers, with the ratios that the year's headings ask for. Inside a transaction give its manager. */
  async of(
    { groupId, unitId, period }: UnitMonth,
    headings: readonly AskingHeading[],
    tx?: EntityManager,
  ): Promise<MonthMeasures> {
    const scope = { groupId, unitId };
    const rows = await this.ledger.measuresOf(scope, unitId, period, tx);
    const reported = await this.reported.headingsOf(scope, { unitId, period }, tx);
    return {
      records: measureRecords(rows, reported, headings),
      rowsOf: (measureIds) => rows.filter(({ measureId }) => measureIds.includes(measureId)).map(({ id }) => id),
    };
  }

  /** What counted as 按计划推进 in the month before and is not done yet (Q6). */
  async recheckOf({ groupId, unitId, period }: UnitMonth): Promise<readonly { id: string; title: string }[]> {
    const before = await this.ledger.measuresOf({ groupId, unitId }, unitId, addMonths(period, -1));
    return before
      .filter(({ state }) => state === 'on-schedule')
      .map(({ id, measure }) => ({ id, title: measure.title }));
  }
}
