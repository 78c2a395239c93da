import type { Instant } from '@jiannuo/shared/kernel';
import type { EntityManager } from 'typeorm';

/** A time in which nobody could reach the platform; both ends are instants, `endedAt` is the first moment it was back. */
export interface Outage {
  readonly id: string;
  readonly beganAt: Instant;
  readonly endedAt: Instant;
  readonly cause: string;
}

/** The platform's own record of when it was down (M11). */
export abstract class Outages {
  /** The outages that touch the time from `from` (inclusive) to `to` (exclusive), earliest first, cut to nothing. */
  abstract between(from: Instant, to: Instant): Promise<readonly Outage[]>;

  /** Notes an outage that a person or the demo reports. */
  abstract record(tx: EntityManager, outage: Omit<Outage, 'id'>): Promise<Outage>;
}
