import { Injectable, type OnModuleInit } from '@nestjs/common';
import { quarterName, quartersOf, type Quarter } from '@jiannuo/shared/assessment';
import type { Period } from '@jiannuo/shared/kernel';
import type { ClaimView } from '@jiannuo/shared/notifications';
import { monthsOf } from '@jiannuo/shared/scoring';
import { Database } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { InboxClaims } from '../../../platform/notifications';
import { GroupRegulations } from '../../rulings';

const TOLD = 'SELECT DISTINCT quarter FROM quarter_result WHERE group_id = ? AND year = ?';
/** Of a month all counties are told at once. */
const PUBLISHED = "SELECT id FROM assessment WHERE group_id = ? AND period = ? AND state = 'published' LIMIT 1";

/** Keeps before the lead unit's eyes which quarters it can tell, as all their months are told (第十二条). */
@Injectable()
export class QuarterClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly database: Database,
    private readonly regulations: GroupRegulations,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of({ role, groupId }: Actor): Promise<readonly ClaimView[]> {
    if (role !== 'lead-officer') return [];
    const year = await this.regulations.currentYear(groupId);
    const regulation = await this.regulations.ofYear(groupId, year);
    if (regulation === null) return [];
    const rows = await this.database.rows<{ readonly quarter: number }>(TOLD, [groupId, year]);
    const told = new Set(rows.map(({ quarter }) => Number(quarter)));
    const claims: ClaimView[] = [];
    for (const each of quartersOf(monthsOf(regulation.cycle)).filter(({ quarter }) => !told.has(quarter))) {
      if (await this.isPublished(groupId, [...each.periods].reverse())) claims.push(claimOf(year, each));
    }
    return claims;
  }

  /** Whether all these months are published; the latest is asked first, as it is the last to be. */
  private async isPublished(groupId: string, periods: readonly Period[]): Promise<boolean> {
    for (const period of periods) {
      if ((await this.database.row(PUBLISHED, [groupId, period])) === null) return false;
    }
    return true;
  }
}

function claimOf(year: number, { quarter }: Quarter): ClaimView {
  return {
    targets: [{ kind: 'quarter-result', id: `${String(year)}-${String(quarter)}` }],
    title: `${quarterName(quarter)}成绩可以通报了`,
    about: '三个月都通报了',
    dueAt: null,
  };
}
