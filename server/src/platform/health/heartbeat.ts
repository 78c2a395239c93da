import type { Instant } from '@jiannuo/shared/kernel';
import type { EntityManager } from 'typeorm';
import { SECOND, later } from '../clock';
import { execute, insertRows, isDuplicate, rowsIn, type Transactions } from '../database';
import type { Log } from '../logging';
import type { Outages } from './outages';

/** How often a running server says that it is there, in seconds. */
export const HEARTBEAT_SECONDS = 20;
/** From this silence on, in milliseconds and inclusive, the platform counts as having been down; a restart is quicker. */
const SILENCE = 60 * SECOND;
const NAME = 'platform';

/**
 * Notes that the platform is up, and after a silence that it was down (M11).
 * All servers share one heartbeat: while one of them and the database work, the platform is up.
 */
export class Heartbeat {
  constructor(
    private readonly transactions: Transactions,
    private readonly outages: Outages,
    private readonly log: Log,
  ) {}

  /** Beats at `now`, and records an outage when the last beat is too long ago. */
  async beat(now: Instant): Promise<void> {
    try {
      await this.transactions.run((tx) => this.beatIn(tx, now));
    } catch (error) {
      // Two servers began at the same moment; the other has written the first beat.
      if (!isDuplicate(error)) throw error;
    }
  }

  private async beatIn(tx: EntityManager, now: Instant): Promise<void> {
    const [last] = await rowsIn<{ beatAt: Instant }>(tx, 'SELECT beat_at AS beatAt FROM heartbeat WHERE name = ?', [NAME]);
    if (!last) {
      await insertRows(tx, 'heartbeat', [{ name: NAME, beat_at: now }]);
      return;
    }
    if (last.beatAt >= now) return;
    const sql = 'UPDATE heartbeat SET beat_at = ? WHERE name = ? AND beat_at = ?';
    const isMine = (await execute(tx, sql, [now, NAME, last.beatAt])) > 0;
    if (!isMine || now < later(last.beatAt, SILENCE)) return;
    const cause = '服务器没有心跳';
    await this.outages.record(tx, { beganAt: last.beatAt, endedAt: now, cause });
    this.log.warn({ beganAt: last.beatAt, endedAt: now }, 'The platform was down.');
  }
}
