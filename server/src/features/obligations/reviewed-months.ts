import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { Actor } from '../../platform/identity';

/** Something that scores are made from has changed, in months that may have been reviewed already. */
export interface MovedMonths {
  readonly actor: Actor;
  readonly now: Instant;
  readonly periods: readonly Period[];
  /** Null when it concerns every unit. */
  readonly unitId: string | null;
  /** What changed, in words that the units read. */
  readonly reason: string;
  /** Whether it stands as a fact beside what was published, which 更正 alone changes; refused there when left out. */
  readonly isFact?: boolean;
  /** Whether the unit is to hand in its self-assessment after all: refused where it is reviewed. */
  readonly asksForSheet?: boolean;
}
export type MovedMonthsHearer = (tx: EntityManager, moved: MovedMonths) => Promise<void>;

/** Where a later subject, which those that write do not know, carries on the reviews that a change concerns. */
@Injectable()
export class ReviewedMonths {
  private hearer: MovedMonthsHearer = () => Promise.resolve();

  /** Names the hearer, once at start. */
  register(hearer: MovedMonthsHearer): void {
    this.hearer = hearer;
  }

  /** Carries on the reviews that a change concerns, inside its transaction. Refused where one of the months is published, unless it is a fact. */
  moved(tx: EntityManager, moved: MovedMonths): Promise<void> {
    return this.hearer(tx, moved);
  }
}
