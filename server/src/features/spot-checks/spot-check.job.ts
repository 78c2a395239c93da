import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ticker } from '../../platform/schedule';
import { AnnouncementCommands } from './announcement.commands';

const TEN_MINUTES = 600;

/** Announces by itself what was not announced by hand. Harmless to repeat, and runs on every server. */
@Injectable()
export class SpotCheckJobs implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly announcements: AnnouncementCommands,
  ) {}

  onModuleInit(): void {
    this.ticker.register({
      name: 'spot-checks.announce',
      everySeconds: TEN_MINUTES,
      run: (now) => this.announcements.announceComing(now),
    });
  }
}
