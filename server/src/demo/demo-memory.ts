import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { Database, StoredValues, Transactions } from '../platform/database';
import { Ticker } from '../platform/schedule';
import { grantKindOf } from '../platform/wechat';
import { DemoWorld } from './demo-world';

const CLOCK = 'demo.clock';
const SECONDS_BETWEEN = 10;

interface GrantRow {
  readonly openId: string;
  readonly templateId: string;
  readonly balance: number;
}

/** What the played world would forget when the server is started again on the same data: its time, and WeChat's grants. */
@Injectable()
export class DemoMemory implements OnModuleInit {
  constructor(
    private readonly world: DemoWorld,
    private readonly ticker: Ticker,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly values: StoredValues,
  ) {}

  onModuleInit(): void {
    this.ticker.register({ name: 'demo-clock', everySeconds: SECONDS_BETWEEN, run: (now) => this.note(now) });
  }

  /** Lets the clock go on where it stood, or where the data ends, and WeChat take what it was allowed. False without data. */
  async recall(): Promise<boolean> {
    const kept = await this.database.row<{ latest: Instant | null }>('SELECT MAX(at) AS latest FROM audit_entry');
    const latest = kept?.latest ?? null;
    if (latest === null) return false;
    const stood = await this.values.find(CLOCK);
    this.world.clock.set(stood !== null && stood > latest ? stood : latest);
    this.world.clock.switchTo('flowing');
    await this.grantAgain();
    return true;
  }

  private async note(now: Instant): Promise<void> {
    await this.transactions.run((tx) => this.values.put(tx, CLOCK, now));
  }

  /** What the server's ledger still counts on is what WeChat still takes. */
  private async grantAgain(): Promise<void> {
    const { state } = this.world.simulator;
    const rows = await this.database.rows<GrantRow>(
      'SELECT open_id AS openId, template_id AS templateId, balance FROM consent_balance WHERE balance > 0',
    );
    for (const { openId, templateId, balance } of rows) {
      const template = state.template(templateId);
      if (template === null) continue;
      if (grantKindOf(template) === 'long-term') state.grants.stand(openId, templateId);
      else for (let times = 0; times < Number(balance); times += 1) state.grants.add(openId, templateId);
    }
  }
}
