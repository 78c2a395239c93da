import type { Instant } from '@jiannuo/shared/kernel';
import type { EntityManager } from 'typeorm';
import type { Ids } from '../clock';
import { insertRows, type Database } from '../database';

/** A time in which nobody could reach the platform; both ends are instants, `endedAt` is the first moment it was back. */
export interface Outage {
  readonly id: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant;
  readonly cause: string;
}

/** The platform's own record of when it was down (M11). */
export class Outages {
  constructor(
    private readonly database: Database,
    private readonly ids: Ids,
  ) {}

  /** The outages that touch the time from `from` (inclusive) to `to` (exclusive), earliest first and uncut. */
  async between(from: Instant, to: Instant): Promise<readonly Outage[]> {
    return this.database.rows<Outage>(
      'SELECT id, began_at AS beganAt, ended_at AS endedAt, cause FROM outage WHERE ended_at > ? AND began_at < ? ORDER BY began_at',
      [from, to],
    );
  }

  /** Notes an outage, measured or reported. */
  async record(tx: EntityManager, outage: Omit<Outage, 'id'>): Promise<Outage> {
    const id = this.ids.next();
    await insertRows(tx, 'outage', [{ id, began_at: outage.beganAt, ended_at: outage.endedAt, cause: outage.cause }]);
    return { id, ...outage };
  }
}
