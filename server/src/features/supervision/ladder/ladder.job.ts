import { Injectable, type OnModuleInit } from '@nestjs/common';
import { beijingDate, beijingTime, type Instant } from '@jiannuo/shared/kernel';
import { Ticker } from '../../../platform/schedule';
import { OrphanedNotices } from '../clues/orphans';
import { FallenGrounds } from './fallen.commands';
import { LadderCommands } from './ladder.commands';
import { LapseCommands } from './lapse.commands';

const TEN_MINUTES = 600;
/** When the lead unit sleeps: what is proposed from then on stands there in the morning. */
const NIGHT = '02:00';

/**
 * Follows what issued notices are about, takes back what is settled and hands on what nobody may read any more at every
 * turn, and looks through what is overdue once a day: at the first turn after 02:00, also when that is late because the
 * server stood still at night. Harmless to repeat, and runs on every server.
 */
@Injectable()
export class LadderJob implements OnModuleInit {
  private lookedOn = '';

  constructor(
    private readonly ticker: Ticker,
    private readonly ladder: LadderCommands,
    private readonly lapses: LapseCommands,
    private readonly fallen: FallenGrounds,
    private readonly orphans: OrphanedNotices,
  ) {}

  onModuleInit(): void {
    this.ticker.register({
      name: 'supervision.ladder',
      everySeconds: TEN_MINUTES,
      run: (now) => this.look(now),
    });
  }

  private async look(now: Instant): Promise<void> {
    await this.fallen.followAll();
    await this.lapses.lapseAll(now);
    await this.propose(now);
    await this.orphans.handOn();
  }

  private async propose(now: Instant): Promise<void> {
    const today = beijingDate(now);
    if (this.lookedOn === today || beijingTime(now) < NIGHT) return;
    await this.ladder.proposeAll(now);
    this.lookedOn = today;
  }
}
