import { Injectable, type OnModuleInit } from '@nestjs/common';
import { movedMonthsOf } from '@jiannuo/shared/assessment';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { ClaimView } from '@jiannuo/shared/notifications';
import type { Exact, YearCase } from '@jiannuo/shared/scoring';
import { Database } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { InboxClaims } from '../../../platform/notifications';

/** A county's year by the result that holds. */
interface FixedRow {
  readonly year: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly scoreCase: string;
}

interface PublishedRow {
  readonly unitId: string;
  readonly month: Period;
  readonly rawTotal: Exact;
}

/** The results that hold of the year that was closed last, and of the one before it. */
const FIXED = `SELECT r.year, r.unit_id AS unitId, u.name AS unitName, r.score_case AS scoreCase
  FROM annual_result r JOIN unit u ON u.id = r.unit_id
  WHERE r.group_id = ? AND r.year >= (SELECT MAX(y.year) - 1 FROM annual_year y WHERE y.group_id = ?)
    AND r.number = (SELECT MAX(l.number) FROM annual_result l
      WHERE l.group_id = r.group_id AND l.unit_id = r.unit_id AND l.year = r.year)
  ORDER BY r.year DESC, u.number, u.id`;
/** The points that hold of published months. */
const PUBLISHED = `SELECT s.unit_id AS unitId, s.period AS month, s.raw_exact AS rawTotal
  FROM score s JOIN assessment a ON a.id = s.assessment_id AND a.state = 'published'
  WHERE s.group_id = ? AND s.period >= ?
    AND s.number = (SELECT MAX(l.number) FROM score l WHERE l.assessment_id = s.assessment_id)`;

/** Keeps before the lead unit's eyes whose final year was made from a month that was corrected since (附件2四). */
@Injectable()
export class AnnualClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of({ role, groupId }: Actor): Promise<readonly ClaimView[]> {
    if (role !== 'lead-officer') return [];
    const fixed = await this.database.rows<FixedRow>(FIXED, [groupId, groupId]);
    const earliest = fixed.at(-1);
    if (earliest === undefined) return [];
    const published = await this.database.rows<PublishedRow>(PUBLISHED, [groupId, `${String(earliest.year)}-01`]);
    return fixed.flatMap((each) => {
      const moved = movedMonthsOf(JSON.parse(each.scoreCase) as YearCase, { months: monthsOf(each, published) });
      return moved.length === 0 ? [] : [claimOf(each, moved)];
    });
  }
}

function monthsOf({ year, unitId }: FixedRow, published: readonly PublishedRow[]): readonly PublishedRow[] {
  return published.filter((each) => each.unitId === unitId && each.month.startsWith(`${String(year)}-`));
}

function claimOf({ year, unitName }: FixedRow, months: readonly Period[]): ClaimView {
  return {
    targets: [{ kind: 'annual-result', id: String(year) }],
    title: `${unitName}${String(year)}年年度成绩要更正`,
    about: `${months.map((month) => formatPeriod(month)).join('、')}的分更正过`,
    dueAt: null,
  };
}
