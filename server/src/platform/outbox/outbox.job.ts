import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { addWholeDays } from '@jiannuo/shared/kernel';
import { Ticker } from '../schedule';
import { OutboxDispatcher } from './outbox.dispatcher';
import { OutboxStore } from './outbox.store';

/** How long a turn of the job may hold up the jobs after it; what is left goes on by itself. */
const TURN_MILLISECONDS = 1_000;
/** How long a message is remembered after it was done, so that its key is not taken twice. */
const KEPT_DAYS = 90;

/** Looks for due messages every second, and forgets old ones every hour. */
@Injectable()
export class OutboxJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly ticker: Ticker,
    private readonly dispatcher: OutboxDispatcher,
    private readonly store: OutboxStore,
  ) {}

  /** Registers last, so that one tick also sends what the jobs before it left in the outbox. */
  onApplicationBootstrap(): void {
    this.ticker.register({ name: 'outbox', everySeconds: 1, run: () => this.dispatcher.drainFor(TURN_MILLISECONDS) });
    this.ticker.register({
      name: 'outbox-purge',
      everySeconds: 3600,
      run: async (now) => {
        await this.store.purge(addWholeDays(now, -KEPT_DAYS));
      },
    });
  }

  /** What is under way is finished and written down while there still is a database. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.dispatcher.stop();
  }
}
