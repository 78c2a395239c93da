import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { regulationOf, type Regulation } from '@jiannuo/shared/scoring';
import { GroupYears } from '../obligations';

/** By which regulation a group's year is scored. */
@Injectable()
export class GroupRegulations {
  constructor(private readonly years: GroupYears) {}

  /** The regulation that the year's settings name; null where nobody is scored. Inside a transaction its manager must be given. */
  async ofYear(groupId: string, year: number, tx?: EntityManager): Promise<Regulation | null> {
    const data = await this.years.ofYear(groupId, year, tx);
    return regulationOf(data?.settings.regulation ?? '');
  }

  /** Whether late and missing hand-ins of the first scored month cost nothing (Q7), as the year's settings have it. */
  async isFirstMonthLenient(groupId: string, year: number): Promise<boolean> {
    return (await this.years.ofYear(groupId, year))?.settings.firstPeriodLenient === true;
  }

  /** The running year, or the nearest one: in January that which has just ended, until the next is set up. */
  async currentYear(groupId: string): Promise<number> {
    const current = await this.years.currentPeriod(groupId);
    return Number(current?.slice(0, 4) ?? 0);
  }

  /** The years before and after one; null where nobody is scored. */
  async yearsBeside(groupId: string, year: number): Promise<Record<'previousYear' | 'nextYear', number | null>> {
    const [before, after] = await Promise.all([this.ofYear(groupId, year - 1), this.ofYear(groupId, year + 1)]);
    return { previousYear: before === null ? null : year - 1, nextYear: after === null ? null : year + 1 };
  }
}
