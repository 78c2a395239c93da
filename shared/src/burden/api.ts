import type { Instant, Period } from '../kernel';
import type { HeldItem } from './held';

/** Something that a unit owes within the next seven days. */
export interface OwedSoon {
  readonly unitId: string;
  readonly title: string;
  readonly dueAt: Instant;
}

/** A unit as it stands before something is asked of it. */
export interface UnitLoad {
  readonly unitId: string;
  readonly unitName: string;
  /** What it owes within the next seven days, the soonest first. */
  readonly owed: readonly OwedSoon[];
  /** What is asked and is held or owed already. */
  readonly duplicates: readonly Pick<HeldItem, 'source' | 'id' | 'period' | 'title' | 'at'>[];
}

/** GET /api/burden/look?units=…&ask=…: what the lead unit sees before it asks (M8). */
export interface LookView {
  readonly serverNow: Instant;
  readonly units: readonly UnitLoad[];
}

/** One unit's month: what was asked of it. */
export interface BurdenRow {
  readonly unitId: string;
  readonly unitName: string;
  /** Reports and self-assessments due in the month, with corrections. */
  readonly reports: number;
  /** Notices that it received. */
  readonly notices: number;
  /** Those among them that ask for material. */
  readonly materials: number;
  /** Those among these that ask again for what was held, with a reason. */
  readonly repeats: number;
  /** Answers, signings, rectifications and decided matters due in the month. */
  readonly answers: number;
  /** Inspections that it was told of. */
  readonly inspections: number;
  /** Everything that it had to do by a time in the month. */
  readonly owed: number;
}

/** GET /api/burden/months/:period: the month's burden of every unit on one sheet, in the official order. */
export interface BurdenMonthView {
  readonly period: Period;
  readonly rows: readonly BurdenRow[];
}
