import { Injectable } from '@nestjs/common';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { ReplayedUnit } from '@jiannuo/shared/rulings';
import type { Scope } from '../../platform/identity';

/** A year's scored months as they were scored: every unit in official order, and which months are published. */
export interface ScoredYear {
  readonly units: readonly ReplayedUnit[];
  readonly published: readonly Period[];
}
/** Answers what was scored in a group's year; the cases are those from which the scores were made. */
export type ScoredYearReader = (scope: Scope, year: number) => Promise<ScoredYear>;
/** Answers when a group's result of a year was made final, after which no ruling moves it; null while it is not. */
export type ClosedYearReader = (groupId: string, year: number) => Promise<Instant | null>;

/** Where the subject that keeps the scores, which this one does not know, hands over what the sandbox replays. */
@Injectable()
export class ScoredMonths {
  private reader: ScoredYearReader = () => Promise.resolve({ units: [], published: [] });
  private closedReader: ClosedYearReader = () => Promise.resolve(null);

  /** Names the readers, once at start. */
  register(reader: ScoredYearReader, closedReader: ClosedYearReader): void {
    this.reader = reader;
    this.closedReader = closedReader;
  }

  /** When a year's result was made final: it keeps the rulings of that moment. Null while it is not. */
  yearClosedAt(groupId: string, year: number): Promise<Instant | null> {
    return this.closedReader(groupId, year);
  }

  /** What was scored in a year; nothing as long as nobody keeps scores. */
  of(scope: Scope, year: number): Promise<ScoredYear> {
    return this.reader(scope, year);
  }
}
