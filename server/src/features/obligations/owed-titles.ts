import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { isAsked } from '@jiannuo/shared/obligations';
import { GroupYears, titleOf, type Titled } from './group-years.queries';

/** Names what a unit owes so that it can be told from the same of another month: 5月月报, 督办单〔2022〕3号反馈. */
@Injectable()
export class OwedTitles {
  constructor(private readonly years: GroupYears) {}

  /** The name. One after the other is quick: the first of a year reads it, the others find it kept. Inside a transaction give its manager. */
  async of(groupId: string, owed: Titled & { readonly period: Period }, tx?: EntityManager): Promise<string> {
    const year = await this.years.of(groupId, owed.period, tx);
    if (year === null) return owed.title ?? '';
    const title = titleOf(year.settings, owed);
    return isAsked(owed.kind) ? title : `${formatPeriod(owed.period)}${title}`;
  }
}
