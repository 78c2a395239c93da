import { Injectable } from '@nestjs/common';
import type { Period } from '@jiannuo/shared/kernel';
import type { ReplayedUnit } from '@jiannuo/shared/rulings';
import type { Scope } from '../../platform/identity';

/** A year's scored months as they were scored: every unit in official order, and which months are published. */
export interface ScoredYear {
  readonly units: readonly ReplayedUnit[];
  readonly published: readonly Period[];
}
/** Answers what was scored in a group's year; the cases are those from which the scores were made. */
export type ScoredYearReader = (scope: Scope, year: number) => Promise<ScoredYear>;
/** Answers whether a group's result of a year is final, so that no ruling moves it any more. */
export type ClosedYearReader = (groupId: string, year: number) => Promise<boolean>;

/** Where the subject that keeps the scores, which this one does not know, hands over what the sandbox replays. */
@Injectable()
export class ScoredMonths {
  private reader: ScoredYearReader = () => Promise.resolve({ units: [], published: [] });
  private closedReader: ClosedYearReader = () => Promise.resolve(false);

  /** Names the readers, once at start. */
  register(reader: ScoredYearReader, closedReader: ClosedYearReader): void {
    this.reader = reader;
    this.closedReader = closedReader;
  }

  /** Whether a year's result is final: it keeps the rulings by which it was made so. */
  isYearClosed(groupId: string, year: number): Promise<boolean> {
    return this.closedReader(groupId, year);
  }

  /** What was scored in a year; nothing as long as nobody keeps scores. */
  of(scope: Scope, year: number): Promise<ScoredYear> {
    return this.reader(scope, year);
  }
}
