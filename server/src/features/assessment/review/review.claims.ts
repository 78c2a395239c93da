import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMonths, beijingDate, formatPeriod, periodOf, type Period } from '@jiannuo/shared/kernel';
import type { ClaimView } from '@jiannuo/shared/notifications';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { InboxClaims } from '../../../platform/notifications';

interface Waiting {
  readonly period: Period;
  readonly obligationId: string;
}

/** Self-assessments that came in, by whatever channel, and that nobody has confirmed a review of, month by month. */
const WAITING = `SELECT o.period, o.id AS obligationId FROM obligation o LEFT JOIN assessment a ON a.obligation_id = o.id
  WHERE o.group_id = ? AND o.period >= ? AND o.kind = 'self-assessment' AND o.met_at IS NOT NULL
    AND (a.state IS NULL OR a.state IN ('draft', 'submitted')) ORDER BY o.period, o.id`;

/** A year that has not been made final within the next one is no work of today any more, and an inbox is read often. */
const MONTHS_BACK = 24;

/** Keeps before the lead unit's eyes which months have self-assessments that wait for its review (附件2 三（二）). */
@Injectable()
export class ReviewClaims implements OnModuleInit {
  constructor(
    private readonly claims: InboxClaims,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.claims.register((actor) => this.of(actor));
  }

  private async of({ role, groupId }: Actor): Promise<readonly ClaimView[]> {
    if (role !== 'lead-officer') return [];
    const months = new Map<Period, string[]>();
    const since = addMonths(periodOf(beijingDate(this.clock.now())), -MONTHS_BACK);
    for (const { period, obligationId } of await this.database.rows<Waiting>(WAITING, [groupId, since])) {
      months.set(period, [...(months.get(period) ?? []), obligationId]);
    }
    return [...months].map(([period, ids]) => claimOf(period, ids));
  }
}

function claimOf(period: Period, obligationIds: readonly string[]): ClaimView {
  return {
    targets: [
      { kind: 'review-month', id: period },
      ...obligationIds.map((id) => ({ kind: 'obligation' as const, id })),
    ],
    title: `${formatPeriod(period)}自查评分：${String(obligationIds.length)}个县等您复核`,
    about: '',
    dueAt: null,
  };
}
