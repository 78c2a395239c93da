import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { annualHindrances, type AnnualView, type CorrectionDue } from '@jiannuo/shared/assessment';
import { beijingDate, periodOf, type Instant } from '@jiannuo/shared/kernel';
import type { Scope } from '../../../platform/identity';
import { RulingQueries } from '../../rulings';
import { PublishedFacts } from '../month/published-facts';
import type { GroupYear } from './annual-records';

/** A year of a group that is about to be made final. */
interface OpenYear {
  readonly scope: Scope;
  readonly year: number;
  readonly group: GroupYear;
  readonly now: Instant;
}

/** Finds what stands against making the counties' years final. */
@Injectable()
export class AnnualHindrances {
  constructor(
    private readonly rulings: RulingQueries,
    private readonly facts: PublishedFacts,
  ) {}

  /** Everything that has to be done first, as `annualHindrances` lists it. */
  async of(tx: EntityManager, open: OpenYear): Promise<AnnualView['hindrances']> {
    const { scope, year, group, now } = open;
    const unsettled = await this.rulings.unsettled(scope, year, tx);
    const correctionsDue = await this.correctionsDue(tx, open);
    const current = periodOf(beijingDate(now));
    const counties = group.counties.map(({ records }) => records);
    return annualHindrances(counties, { ...group, unsettled, correctionsDue, current });
  }

  private async correctionsDue(tx: EntityManager, { scope, group, now }: OpenYear): Promise<readonly CorrectionDue[]> {
    const months: CorrectionDue[] = [];
    for (const month of group.periods) {
      const due = await this.facts.dueIn(tx, { ...scope, period: month, now });
      const units = new Set(due.map(({ unitId }) => unitId));
      const unitNames = group.counties.filter(({ unitId }) => units.has(unitId)).map(({ unitName }) => unitName);
      if (unitNames.length > 0) months.push({ month, unitNames });
    }
    return months;
  }
}
