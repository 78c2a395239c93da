import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { isDuplicate, Leases } from '../../platform/database';
import { Ticker } from '../../platform/schedule';
import { Readiness } from './readiness.commands';
import { ReminderPlan } from './reminder-plan';

const LEASE = 'reminders.plan';
/** Longer than a run takes; when a server dies in one, another takes over after this. */
const LEASE_SECONDS = 90;

/** Looks every minute for reminders that are due. One server does it at a time; more would only find nothing to do. */
@Injectable()
export class ReminderJob implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly leases: Leases,
    private readonly plan: ReminderPlan,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.ticker.register({ name: 'reminders.plan', everySeconds: 60, run: (now) => this.planFor(now) });
    this.ticker.register({ name: 'reminders.readiness', everySeconds: 600, run: (now) => this.readiness.tell(now) });
  }

  private async planFor(now: Instant): Promise<void> {
    if (await this.isOurTurn()) await this.plan.run(now);
  }

  private async isOurTurn(): Promise<boolean> {
    try {
      return await this.leases.take(LEASE, LEASE_SECONDS);
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  }
}
