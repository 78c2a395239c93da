import { addMonths, refuse, type Instant, type Period, type Refusal } from '../kernel';
import type { Heading, HeadingContent } from '../reporting';
import { asksByName, asksForHeld, monthsIn } from './likeness';
import { isStanding, STANDING } from './standing';

/**
 * Where something is held or owed already: the monthly report, the self-assessment and the ledger as wholes, the
 * directory, a heading of the report with its figures, a measure of the ledger, and what a notice asks or had asked for.
 */
export const HELD_SOURCES = ['report', 'assessment', 'ledger', 'directory', 'heading', 'measure', 'ticket'] as const;
export type HeldSource = (typeof HELD_SOURCES)[number];

/** Something that the lead unit holds of a unit, or that the unit owes it anyway. */
export interface HeldItem {
  readonly source: HeldSource;
  readonly id: string;
  readonly unitId: string;
  /** The month that it is of, or in which a notice asked for it; null for what is of no month. */
  readonly period: Period | null;
  /** What a list calls it. */
  readonly title: string;
  /** Everything by which it is found. */
  readonly text: string;
  /** The matter of the notice that asks for it; left out of the rest. */
  readonly matter?: string;
  /** When it came; null while it is owed. */
  readonly at: Instant | null;
}

/** What is about to be asked of units. */
export interface Ask {
  readonly title: string;
  readonly requirement: string;
}

/** The months in which what is asked may be held: the running one, the last, and those that it names, the last of each. */
export function monthsToSearch({ title, requirement }: Ask, running: Period): readonly Period[] {
  const [year = 0, month = 0] = running.split('-').map(Number);
  const named = monthsIn(`${title}\n${requirement}`).map((each): Period => {
    return `${String(each > month ? year - 1 : year)}-${String(each).padStart(2, '0')}`;
  });
  return [...new Set([running, addMonths(running, -1), ...named])];
}

/** What a heading of the report brings in, in words: its title, its figures by their names, and what was written under it. */
export function headingText({ title, target }: Heading, content: HeadingContent | null): string {
  const figures = target === null ? '' : `${target.numeratorLabel}${target.unit}数 ${target.denominatorLabel} 占比`;
  const written = (content?.items ?? []).map((item) => `${item.title} ${item.result}`);
  return [title, figures, ...written].join(' ');
}

/**
 * What is asked and is held or owed already; of an ask that names months only what is of one of them. What is of several
 * months stands once for each unit, what came before what is owed.
 */
export function duplicatesOf(ask: Ask, held: readonly HeldItem[]): readonly HeldItem[] {
  const text = `${ask.title}\n${ask.requirement}`;
  const months = monthsIn(text);
  const found = new Map<string, HeldItem>();
  for (const item of held) {
    if (!isAskedStill(ask, item) && (!isOfMonths(item, months) || !asksFor(text, item))) continue;
    const key = `${item.unitId} ${item.source} ${item.title}`;
    if ((found.get(key)?.at ?? null) === null) found.set(key, item);
  }
  return [...found.values()];
}

/** An open notice that asks the same is a duplicate, whatever its words say of it. */
function isAskedStill(ask: Ask, { matter, at }: HeldItem): boolean {
  return matter !== undefined && at === null && matter === ask.title;
}

function asksFor(ask: string, { source, text }: HeldItem): boolean {
  return isStanding(source) ? asksByName(ask, STANDING[source]) : asksForHeld(ask, text);
}

/** A notice that names no month may have asked for that in which it was issued, or for the one before. */
function isOfMonths({ source, period, text }: HeldItem, asked: readonly number[]): boolean {
  if (asked.length === 0 || period === null) return true;
  const month = Number(period.slice(5));
  const named = source === 'ticket' ? monthsIn(text) : [month];
  const own = named.length > 0 ? named : [month, month === 1 ? 12 : month - 1];
  return own.some((each) => asked.includes(each));
}

/** Why a notice that asks for material may not go on: some of it is held, and nobody says why it is asked again (M8). */
export function duplicateRefusals(duplicates: readonly HeldItem[], reason: string): readonly Refusal[] {
  const [first] = duplicates;
  if (first === undefined || reason !== '') return [];
  const refused = refuse('burden.held-already', { title: first.title, count: duplicates.length });
  return refused.ok ? [] : refused.refusals;
}
