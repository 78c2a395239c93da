import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addWholeDays } from '@jiannuo/shared/kernel';
import { execute, Transactions } from '../../platform/database';
import { Ticker } from '../../platform/schedule';

/** How long a text that was not chosen is kept. */
export const DRAFT_HISTORY_DAYS = 30;
const DAY = 86_400;

/** Forgets, after their time, the texts of drafts that nobody chose. */
@Injectable()
export class ReportJobs implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.ticker.register({
      name: 'reporting.forget-draft-history',
      everySeconds: DAY,
      run: (now) => this.forget(addWholeDays(now, -DRAFT_HISTORY_DAYS)),
    });
  }

  private async forget(before: string): Promise<void> {
    await this.transactions.run((tx) => execute(tx, 'DELETE FROM report_draft_history WHERE at < ?', [before]));
  }
}
