import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addMinutes, addWholeDays, type Instant } from '@jiannuo/shared/kernel';
import { execute, Transactions } from '../../platform/database';
import { Ticker } from '../../platform/schedule';

/** Days for which a code that can no longer be used is kept, to say so when somebody enters it. */
const CODE_DAYS = 30;

/** Throws away what signing in left behind. Tickets outlive their use by an hour, because wrong codes are counted on them. */
@Injectable()
export class SignInSweep implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.ticker.register({ name: 'people.sweep', everySeconds: 3600, run: (now) => this.run(now) });
  }

  private async run(now: Instant): Promise<void> {
    await this.transactions.run(async (tx) => {
      await execute(tx, 'DELETE FROM sign_in_ticket WHERE expires_at < ?', [addMinutes(now, -60)]);
      await execute(tx, 'DELETE FROM desktop_sign_in WHERE expires_at < ?', [addMinutes(now, -60)]);
      await execute(tx, 'DELETE FROM invite_code WHERE expires_at < ?', [addWholeDays(now, -CODE_DAYS)]);
    });
  }
}
