import type { Instant, Period, Refusal } from '../kernel';
import { refuse } from '../kernel';
import { asksForHeld, monthsIn } from './likeness';

/** Where something that is held was handed in: the monthly report, the ledger, what a notice had asked for. */
export const HELD_SOURCES = ['report', 'ledger', 'ticket'] as const;
export type HeldSource = (typeof HELD_SOURCES)[number];

/** Something that a unit has handed in and the lead unit holds. */
export interface HeldItem {
  readonly source: HeldSource;
  readonly id: string;
  readonly unitId: string;
  readonly period: Period;
  /** What a list calls it. */
  readonly title: string;
  /** Everything by which it is found. */
  readonly text: string;
  readonly at: Instant | null;
}

/** What is about to be asked of units. */
export interface Ask {
  readonly title: string;
  readonly requirement: string;
}

/** What is asked and is held already; of an ask that names months only what is of one of them. */
export function duplicatesOf(ask: Ask, held: readonly HeldItem[]): readonly HeldItem[] {
  const text = `${ask.title}\n${ask.requirement}`;
  const months = monthsIn(text);
  return held.filter((item) => {
    const isOfMonth = months.length === 0 || months.includes(Number(item.period.slice(5)));
    return isOfMonth && asksForHeld(text, item.text);
  });
}

/** Why a notice that asks for material may not go on: some of it is held, and nobody says why it is asked again (M8). */
export function duplicateRefusals(duplicates: readonly HeldItem[], reason: string): readonly Refusal[] {
  const [first] = duplicates;
  if (first === undefined || reason !== '') return [];
  const refused = refuse('burden.held-already', { title: first.title, count: duplicates.length });
  return refused.ok ? [] : refused.refusals;
}
