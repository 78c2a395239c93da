import { Injectable, type OnModuleInit } from '@nestjs/common';
import { toMilliseconds, type Instant } from '@jiannuo/shared/kernel';
import { Clock, SystemClock } from '../clock';
import { Database, execute, Transactions } from '../database';
import { insertMissing } from '../database/insert-missing';
import { Outages } from '../health';
import { Log } from '../logging';
import { Ticker } from '../schedule';

/** The one row that all servers write to: the platform is up when any of them is. */
const NAME = 'platform';
const SECONDS_BETWEEN = 30;
/** A silence from this length on, inclusive, is an outage. Four beats may be missed by a busy machine. */
export const OUTAGE_SECONDS = 120;
const CAUSE = '平台没有运行，或者连不上数据库';

/**
 * Proves every half minute that the platform is up, and puts on record when it was not (M11). A silence is recorded
 * once, by whichever server ends it. A clock that people set for a demo or a test leaps, and a leap is no outage.
 */
@Injectable()
export class HeartbeatJob implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly outages: Outages,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    if (!(this.clock instanceof SystemClock)) return;
    this.ticker.register({ name: 'heartbeat', everySeconds: SECONDS_BETWEEN, run: (now) => this.beat(now) });
  }

  /**
   * One proof of life at `now`; answers the silence that it ended, if there was one. A server whose clock is behind has
   * nothing to add to a later beat: setting that back would make the next one look like an outage.
   */
  async beat(now: Instant): Promise<{ readonly from: Instant; readonly to: Instant } | null> {
    const row = await this.database.row<{ beat_at: string }>('SELECT beat_at FROM heartbeat WHERE name = ?', [NAME]);
    const last = row?.beat_at ?? null;
    if (last !== null && now <= last) return null;
    const silence = last === null ? 0 : (toMilliseconds(now) - toMilliseconds(last)) / 1000;
    const isOutage = silence >= OUTAGE_SECONDS;
    const isFirst = await this.transactions.run(async (tx) => {
      if (last === null) {
        await insertMissing(tx, 'heartbeat', [{ name: NAME, beat_at: now }]);
        return false;
      }
      // Of several servers that saw the same last beat one gets through, and only that one records the silence.
      const sql = 'UPDATE heartbeat SET beat_at = ? WHERE name = ? AND beat_at = ?';
      const isMoved = (await execute(tx, sql, [now, NAME, last])) > 0;
      if (isMoved && isOutage) await this.outages.record(tx, { beganAt: last, endedAt: now, cause: CAUSE });
      return isMoved;
    });
    if (!isFirst || !isOutage || last === null) return null;
    this.log.warn({ from: last, to: now }, 'Nothing of the platform was running in this time.');
    return { from: last, to: now };
  }
}
