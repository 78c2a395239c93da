import type { Instant, Period } from '../kernel';
import type { BurdenColumn } from './columns';
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

/** One unit's month: what was asked of it, in numbers. */
export interface BurdenRow extends Readonly<Record<BurdenColumn, number>> {
  readonly unitId: string;
  readonly unitName: string;
}

/** GET /api/burden/months/:period: the month's burden of every unit on one sheet, in the official order. */
export interface BurdenMonthView {
  readonly period: Period;
  readonly rows: readonly BurdenRow[];
}

/** One thing behind the numbers of a unit's month. */
export interface BurdenEntry {
  readonly id: string;
  /** The columns in whose numbers it is. */
  readonly columns: readonly BurdenColumn[];
  /** 5月月报, 工作提示单〔2022〕3号, 实地督导. */
  readonly title: string;
  /** What it is about; empty where its title says all. */
  readonly matter: string;
  /** The officer of the lead unit who asked; empty where the regulation asks. */
  readonly by: string;
  /** When it is due, or when the unit was told of it. */
  readonly at: Instant;
  /** Why it was asked though it was held; empty where it was not. */
  readonly repeatReason: string;
  /** The record in which it was asked; null where it is a report. */
  readonly record: { readonly kind: 'ticket' | 'finding' | 'matter' | 'inspection'; readonly id: string } | null;
}

/** GET /api/burden/months/:period/units/:unitId: what is behind the numbers, the earliest first. */
export interface BurdenUnitView {
  readonly period: Period;
  readonly unitId: string;
  readonly unitName: string;
  readonly entries: readonly BurdenEntry[];
}
