import { Injectable } from '@nestjs/common';
import { toldStored } from '@jiannuo/shared/assessment';
import type { Actor } from '../../../platform/identity';
import { FixedMonthQueries } from '../month/fixed-months.queries';
import { QuarterQueries, type QuarterData } from './quarter.queries';
import type { ToldMonth } from '../scores/score-book.queries';

/** Which telling of a quarter is taken out; the last when none is named. */
export interface AskedQuarter {
  readonly year: number;
  readonly quarter: number;
  readonly number?: number | undefined;
}

/** A quarter as it was told, with the months that it was made from. */
export interface QuarterBook extends QuarterData {
  readonly months: readonly ToldMonth[];
}

/** Reads quarters to be taken out, every number opened. */
@Injectable()
export class QuarterBookQueries {
  constructor(
    private readonly quarters: QuarterQueries,
    private readonly fixed: FixedMonthQueries,
  ) {}

  /** A quarter as it was told, and each month by the number that it was told with, whatever was corrected since. */
  async of(actor: Actor, asked: AskedQuarter): Promise<QuarterBook> {
    const data = await this.quarters.data(actor, asked.year, asked.quarter, asked.number);
    const numbers = new Map(
      data.told.rows.flatMap(({ unitId, months }) => months.map(({ period, number }) => [unitId + period, number])),
    );
    const fixed = await this.fixed.of(
      actor,
      data.sources.map(({ assessmentId }) => assessmentId),
    );
    const months = fixed.flatMap((month): readonly ToldMonth[] => {
      const told = toldStored(month, numbers.get(month.unitId + month.period) ?? 0);
      return told === null ? [] : [{ ...month, told: [told] }];
    });
    return { ...data, months };
  }
}
