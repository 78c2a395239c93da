import { Injectable, type OnModuleInit } from '@nestjs/common';
import { decideQuarter, quarterName } from '@jiannuo/shared/assessment';
import type { ClaimView } from '@jiannuo/shared/notifications';
import { Clock } from '../../../platform/clock';
import type { Actor } from '../../../platform/identity';
import { InboxClaims } from '../../../platform/notifications';
import { GroupRegulations } from '../../rulings';
import { QuarterQueries, type QuarterRecord } from './quarter.queries';

/** Keeps before the lead unit's eyes which quarters it can tell, as all their months are told (第十二条). */
@Injectable()
export class QuarterClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly quarters: QuarterQueries,
    private readonly regulations: GroupRegulations,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  /** Of the year and the one before: its last quarter is told when the next year has begun. */
  private async of({ role, groupId }: Actor): Promise<readonly ClaimView[]> {
    if (role !== 'lead-officer') return [];
    const current = await this.regulations.currentYear(groupId);
    const claims: ClaimView[] = [];
    for (const year of [current - 1, current]) {
      if ((await this.regulations.ofYear(groupId, year)) === null) continue;
      const quarters = await this.quarters.of(groupId, year, this.clock.now());
      claims.push(...quarters.filter((each) => decideQuarter(each).ok).map((each) => claimOf(year, each)));
    }
    return claims;
  }
}

function claimOf(year: number, { quarter, told }: QuarterRecord): ClaimView {
  return {
    targets: [{ kind: 'quarter-result', id: `${String(year)}-${String(quarter)}` }],
    title: `${quarterName(quarter)}成绩可以${told === null ? '' : '再'}通报了`,
    about: told === null ? '三个月都通报了' : '通报以后有更正',
    dueAt: null,
  };
}
