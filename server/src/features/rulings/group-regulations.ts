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
}
