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

/** Where the subject that keeps the scores, which this one does not know, hands over what the sandbox replays. */
@Injectable()
export class ScoredMonths {
  private reader: ScoredYearReader = () => Promise.resolve({ units: [], published: [] });

  /** Names the reader, once at start. */
  register(reader: ScoredYearReader): void {
    this.reader = reader;
  }

  /** What was scored in a year; nothing as long as nobody keeps scores. */
  of(scope: Scope, year: number): Promise<ScoredYear> {
    return this.reader(scope, year);
  }
}
