import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { execute, rowsIn, Transactions } from '../../../platform/database';
import { Ticker } from '../../../platform/schedule';
import { HandIns } from '../../obligations';
import { lockAssessment } from '../assessment.lock';
import { TIMELY } from './owed-months';
import { PublishedFacts } from './published-facts';

const TEN_MINUTES = 600;

/** Published months of which something fell due after 通报, as more time ran out, and was not met in time. */
const CONCERNED = `SELECT a.id, a.group_id AS groupId FROM assessment a WHERE a.state = 'published' AND EXISTS (
    SELECT 1 FROM obligation o WHERE o.group_id = a.group_id AND o.period = a.period AND o.unit_id = a.unit_id
      AND o.kind IN (${TIMELY}) AND o.waived_at IS NULL AND (o.met_at IS NULL OR o.met_at >= o.due_at)
      AND o.due_at > COALESCE(a.overdue_seen_at, a.published_at) AND o.due_at <= ?
  ) ORDER BY a.id`;

interface ConcernedMonth {
  readonly id: string;
  readonly groupId: string;
}

/** Looks for what fell due beside a published score, which 更正 alone can follow. Harmless to repeat, and runs on every server. */
@Injectable()
export class OverdueJob implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly handIns: HandIns,
    private readonly transactions: Transactions,
    private readonly facts: PublishedFacts,
  ) {}

  onModuleInit(): void {
    this.ticker.register({ name: 'assessment.overdue', everySeconds: TEN_MINUTES, run: (now) => this.look(now) });
  }

  /** Leaves word of each concerned month once; what never came is asked for no more. */
  async look(now: Instant): Promise<void> {
    const concerned = await this.transactions.run((tx) => rowsIn<ConcernedMonth>(tx, CONCERNED, [now]));
    for (const month of concerned) await this.note(month, now);
  }

  private note({ id, groupId }: ConcernedMonth, now: Instant): Promise<void> {
    return this.transactions.run(async (tx) => {
      const assessment = await lockAssessment(tx, { groupId, unitId: null }, id);
      await this.facts.noteOverdue(tx, assessment, now);
      const { period, unitId } = assessment;
      await this.handIns.closeMonth(tx, { groupId, period, unitIds: [unitId] }, now);
      await execute(tx, 'UPDATE assessment SET overdue_seen_at = ? WHERE id = ?', [now, id]);
    });
  }
}
