import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database';
import { Ticker } from '../platform/schedule';
import { DemoHistory } from './demo-history';
import { DemoWorld } from './demo-world';

/** Puts the demo back to its beginning while the server runs on. */
@Injectable()
export class DemoRestart {
  constructor(
    private readonly world: DemoWorld,
    private readonly database: Database,
    private readonly ticker: Ticker,
    private readonly history: DemoHistory,
  ) {}

  /** Empties every table, starts a fresh WeChat, and plays the sample history again. */
  async restart(): Promise<void> {
    await this.ticker.stop();
    const { dataSource } = this.database;
    await dataSource.dropDatabase();
    await dataSource.runMigrations();
    this.world.simulator = await this.world.restartSimulator();
    await this.history.play();
    this.ticker.start();
  }
}
