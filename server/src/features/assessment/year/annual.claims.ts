import { Injectable, type OnModuleInit } from '@nestjs/common';
import { formatPeriod } from '@jiannuo/shared/kernel';
import type { ClaimView } from '@jiannuo/shared/notifications';
import { Database } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { InboxClaims } from '../../../platform/notifications';
import { AnnualQueries } from './annual.queries';

/** How many closed years are looked at, the latest first. */
const MOST_YEARS = 2;

/** Keeps before the lead unit's eyes whose final year was made from a month that was corrected since (附件2四). */
@Injectable()
export class AnnualClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly database: Database,
    private readonly annual: AnnualQueries,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of(actor: Actor): Promise<readonly ClaimView[]> {
    if (actor.role !== 'lead-officer') return [];
    const closed = await this.database.rows<{ readonly year: number }>(
      `SELECT year FROM annual_year WHERE group_id = ? ORDER BY year DESC LIMIT ${String(MOST_YEARS)}`,
      [actor.groupId],
    );
    const claims: ClaimView[] = [];
    for (const { year } of closed) {
      const { rows } = await this.annual.view(actor, year);
      const moved = rows.filter((row) => row.moved.length > 0);
      claims.push(...moved.map(({ unitName, moved: months }) => claimOf(year, unitName, months)));
    }
    return claims;
  }
}

function claimOf(year: number, unitName: string, months: readonly string[]): ClaimView {
  return {
    targets: [{ kind: 'annual-result', id: String(year) }],
    title: `${unitName}${String(year)}年年度成绩要更正`,
    about: `${months.map((month) => formatPeriod(month)).join('、')}的分更正过`,
    dueAt: null,
  };
}
