import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  cycleOf,
  endMonthsOf,
  mayApply,
  type ApplicationContent,
  type ApplicationCycle,
  type ToldParts,
} from '@jiannuo/shared/applications';
import { beijingDate, formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { UnitKind } from '@jiannuo/shared/people';
import { Clock } from '../../platform/clock';
import { Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { PublishedMonths } from '../information';
import { GroupYears } from '../obligations';
import { ClosedYears } from './closed-years';

/** A group's year, as far as applications go. */
export interface ApplicationYear extends ApplicationCycle {
  readonly year: number;
  readonly isFor: (unitKind: UnitKind) => boolean;
}

/** The months in which an application could still be confirmed, and those that it was credited to. */
export interface CountedMonths {
  readonly year: number;
  readonly months: readonly Period[];
  readonly credited: readonly Period[];
  readonly fromPeriod: Period | null;
  readonly endedFrom: Period | null;
}

/** What of them was told to all, and the months from which the application can still stop to count. */
export interface ToldMonths extends ToldParts {
  readonly endMonths: readonly Period[];
}

/** What a group's year says about applications. */
@Injectable()
export class ApplicationYears {
  constructor(
    private readonly years: GroupYears,
    private readonly closed: ClosedYears,
    private readonly published: PublishedMonths,
    private readonly clock: Clock,
    private readonly transactions: Transactions,
  ) {}

  /** The year's kinds and months; none where the group has set nothing up. Inside a transaction its manager must be given. */
  async of(groupId: string, year: number, tx?: EntityManager): Promise<ApplicationYear> {
    const data = await this.years.ofYear(groupId, year, tx);
    if (data === null) return { year, months: [], kinds: [], isFor: () => false };
    const { settings } = data;
    return { year, ...cycleOf(settings), isFor: (unitKind) => mayApply(settings, unitKind) };
  }

  /** Refuses when the year's result is final. */
  checkOpen(tx: EntityManager, groupId: string, year: number): Promise<void> {
    return this.closed.checkOpen(tx, groupId, year);
  }

  /** Which of what counts was told to all, so that a 更正 alone changes it; a month may still be confirmed beside its score. */
  toldOf(groupId: string, counted: CountedMonths): Promise<ToldMonths> {
    const { year, months, credited } = counted;
    return this.transactions.run(async (tx) => {
      const isYearTold = await this.closed.isClosed(tx, groupId, year);
      const published = new Set(await this.published.among(tx, groupId, [...new Set([...months, ...credited])]));
      const endMonths = isYearTold ? [] : endMonthsOf({ ...counted, published: [...published] });
      return {
        endMonths,
        isRestTold: endMonths.length === 0,
        areMonthsClosed: isYearTold || months.length === 0,
        isCreditTold: isYearTold || credited.some((month) => published.has(month)),
      };
    });
  }

  /** What counts month by month begins with no month that is published: its number stays as it was told. */
  async checkFrom(
    tx: EntityManager,
    groupId: string,
    { fromPeriod }: Pick<ApplicationContent, 'fromPeriod'>,
  ): Promise<void> {
    if (fromPeriod === null) return;
    const [published] = await this.published.among(tx, groupId, [fromPeriod]);
    if (published === undefined) return;
    throw DomainError.invalid('applications.from-published', { month: formatPeriod(published) });
  }

  /** The year to look at when none is named: that of the group's current month. */
  async current(groupId: string): Promise<number> {
    const period = (await this.years.currentPeriod(groupId)) ?? beijingDate(this.clock.now());
    return Number(period.slice(0, 4));
  }
}
