import type { Instant, Period } from '../kernel';
import type { RulingName } from '../scoring';
import type { RegisterQuestion } from './register';
import type { RulingAction, RulingState } from './states';

/** A ruling as people read it. Who drafted and who checked it are persons of the lead unit. */
export interface RulingView {
  readonly id: string;
  readonly number: number;
  readonly name: RulingName;
  readonly value: string;
  readonly text: string;
  readonly basis: string;
  readonly fromPeriod: Period;
  readonly state: RulingState;
  readonly supersedes: string | null;
  /** Months that were published before it was checked, and keep their numbers. */
  readonly keptPeriods: readonly Period[];
  readonly byUnit: string;
  readonly draftedBy: string;
  readonly draftedAt: Instant;
  readonly checkedBy: string | null;
  readonly checkedAt: Instant | null;
  readonly voided: { readonly by: string; readonly at: Instant; readonly reason: string } | null;
  /** Whether the year's result was final before it was checked, so that it moves nothing. */
  readonly isTooLate: boolean;
  readonly actions: readonly RulingAction[];
}

/** How a question stands: 没定 and the year waits for it; 用默认; 已定. */
export type QuestionStanding = 'open' | 'standard' | 'ruled';

/** A question with everything said about it. */
export interface QuestionView extends RegisterQuestion {
  readonly standing: QuestionStanding;
  /** The value by which scores are reckoned now; once the year's result is final, that by which it was made so. */
  readonly value: string;
  /** The ruling in force; null while the text's own reading holds. */
  readonly standingId: string | null;
  /** The number of the ruling by which the year's result was made final; null where none was, and while it is not. */
  readonly finalBy: number | null;
  /** The latest first. Units see those that are or were in force. */
  readonly rulings: readonly RulingView[];
}

/** GET /api/rulings?year=2022; without a year that of the running or nearest one. */
export interface RegisterView {
  readonly year: number;
  /** The years beside it in which somebody is scored. */
  readonly previousYear: number | null;
  readonly nextYear: number | null;
  /** The regulation's title. */
  readonly title: string;
  /** Its id, as scoring cases name it. */
  readonly regulation: string;
  /** The months from which a ruling may hold. */
  readonly months: readonly Period[];
  readonly questions: readonly QuestionView[];
  /** Q7, which is no ruling but a setting of the year: whether 迟报 and 漏报 of the first month cost nothing. */
  readonly firstMonth: { readonly period: Period; readonly isLenient: boolean };
  /** Whether the asker may draft rulings. */
  readonly mayPropose: boolean;
  /** When the year's result was made final: it keeps the rulings of that moment, whatever is ruled now. Null while it is not. */
  readonly yearClosedAt: Instant | null;
}

/** Where a ruling stands after a command. */
export interface RulingOutcome {
  readonly id: string;
  readonly number: number;
  readonly state: RulingState;
  /** Published months from which on it was ruled, and which keep their numbers. */
  readonly keptPeriods: readonly Period[];
}
