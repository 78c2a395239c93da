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
/** A unit's month. */
export interface UnitMonth {
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
}
export type MovedMonthsHearer = (tx: EntityManager, moved: MovedMonths) => Promise<void>;

export type ReviewedReader = (month: UnitMonth, tx?: EntityManager) => Promise<boolean>;

/** Where a later subject, which those that write do not know, carries on the reviews that a change concerns. */
@Injectable()
export class ReviewedMonths {
  private hearer: MovedMonthsHearer = () => Promise.resolve();
  private reader: ReviewedReader = () => Promise.resolve(false);

  /** Names who hears, and who knows whether a month is reviewed, once at start. */
  register(hearer: MovedMonthsHearer, reader: ReviewedReader): void {
    this.hearer = hearer;
    this.reader = reader;
  }

  /** Whether a unit's month has a review that stands. Inside a transaction it stays so until the end. */
  isReviewed(month: UnitMonth, tx?: EntityManager): Promise<boolean> {
    return this.reader(month, tx);
  }

  /** Carries on the reviews that a change concerns, inside its transaction. Refused where one of the months is published, unless it is a fact. */
  moved(tx: EntityManager, moved: MovedMonths): Promise<void> {
    return this.hearer(tx, moved);
  }
}
