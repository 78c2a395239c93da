import { Injectable, type OnModuleInit } from '@nestjs/common';
import { beijingTime, type Instant } from '@jiannuo/shared/kernel';
import { Ticker } from '../../platform/schedule';
import { LadderCommands } from './ladder.commands';

const TEN_MINUTES = 600;
/** When the lead unit sleeps: what is proposed stands there in the morning. */
const NIGHT = { from: '02:00', to: '04:00' } as const;

/** Looks through what is overdue at night. Harmless to repeat, and runs on every server. */
@Injectable()
export class LadderJob implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly ladder: LadderCommands,
  ) {}

  onModuleInit(): void {
    this.ticker.register({
      name: 'supervision.ladder',
      everySeconds: TEN_MINUTES,
      run: (now) => this.atNight(now),
    });
  }

  private async atNight(now: Instant): Promise<void> {
    const time = beijingTime(now);
    if (time >= NIGHT.from && time < NIGHT.to) await this.ladder.proposeAll(now);
  }
}
