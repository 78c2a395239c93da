import type { Fraction, Period } from '../kernel';
import type {
  Exact,
  MonthCase,
  MonthScore,
  Regulation,
  RulingName,
  RulingOverrides,
  ScoreInnovation,
  YearScore,
} from '../scoring';
import type { Reading } from './reading';

/** A scored unit's months as they were scored, and its innovations. */
export interface ReplayedUnit {
  readonly unitId: string;
  readonly unitName: string;
  readonly months: readonly MonthCase[];
  readonly innovations: readonly ScoreInnovation[];
}

/** What is to be compared. */
export interface ReplayRequest {
  readonly regulation: Regulation;
  readonly name: RulingName;
  /** The rulings by which the year is reckoned now. */
  readonly inForce: RulingOverrides;
  /** Values beside the register's readings: a number that somebody thinks of. */
  readonly others: readonly string[];
  /** Months that are published; they keep their numbers whatever is ruled. */
  readonly published: readonly Period[];
}

/** A reading as one column of the comparison. */
export interface ReplayedReading extends Reading {
  readonly isNow: boolean;
  /** The most that a year can reach. */
  readonly most: string;
}

/** A unit under each reading. */
export interface ReplayedRow {
  readonly unitId: string;
  readonly unitName: string;
  /** Its months' average before any factor, as they stand. */
  readonly average: string;
  readonly innovation: string;
  /** Its year under each reading, in the order of the readings. */
  readonly totals: readonly string[];
  /** Whether it changes places with another under one of them. */
  readonly isMoved: boolean;
}

/** What a ruling would move (口径沙盘), before it is ruled. For the lead unit alone; rows stand in official order. */
export interface Replay {
  /** The months from which it is reckoned; the rest of the year is taken to go like them. */
  readonly months: readonly Period[];
  readonly readings: readonly ReplayedReading[];
  readonly rows: readonly ReplayedRow[];
  /** Units without a scored month. */
  readonly left: readonly string[];
  readonly moves: readonly Moved[];
  readonly stays: readonly string[];
}

/** A unit's year under one reading, exactly. */
export interface ReplayedYear {
  readonly year: YearScore;
  readonly total: Fraction;
  readonly months: readonly ReplayedMonth[];
}

/** A month's score under one reading, or as it stands; its raw total is exact. */
export interface ReplayedMonth {
  readonly month: Period;
  readonly score: MonthScore;
  readonly rawTotal: Exact;
}

/** One thing that a ruling would move: what, and how under each reading. */
export interface Moved {
  readonly head: string;
  readonly text: string;
}
