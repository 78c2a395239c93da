import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ticker } from '../../platform/schedule';
import { ObligationOpening } from './obligation-opening.commands';
import { OutageMoves } from './outage-move.commands';

const HOUR = 3_600;
const MINUTE = 60;

/** What obligations do by themselves. Both jobs are harmless to repeat, and run on every server. */
@Injectable()
export class ObligationJobs implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly opening: ObligationOpening,
    private readonly moves: OutageMoves,
  ) {}

  onModuleInit(): void {
    this.ticker.register({
      name: 'obligations.open',
      everySeconds: HOUR,
      run: (now) => this.opening.openComing(now),
    });
    this.ticker.register({
      name: 'obligations.move-for-outage',
      everySeconds: MINUTE,
      run: () => this.moves.moveEverywhere(),
    });
  }
}
