import { addMonths, refuse, type Instant, type Period, type Refusal } from '../kernel';
import type { Heading, HeadingContent } from '../reporting';
import { asksByName, asksForHeld, isAlike, monthsIn, type Named } from './likeness';
import { isStanding, STANDING } from './standing';

/**
 * Where something is held or owed already: the monthly report, the self-assessment and the ledger as wholes, the “six
 * ones” of its measures, the work updates of a month, the directory, a heading of the report with its figures, a measure of
 * the ledger, and what a notice asks or had asked for.
 */
export const HELD_SOURCES = [
  'report',
  'assessment',
  'ledger',
  'sixfold',
  'update',
  'directory',
  'heading',
  'measure',
  'ticket',
] as const;
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
  /** The notice that asks for it, by its matter and its number; left out of the rest. */
  readonly notice?: { readonly matter: string; readonly number: string };
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
    if (!isAskedBy(ask, item) && (!isOfMonths(item, months) || !asksFor(text, item))) continue;
    const key = `${item.unitId} ${item.source} ${item.title}`;
    if ((found.get(key)?.at ?? null) === null) found.set(key, item);
  }
  return [...found.values()];
}

/** An open notice of the same matter is a duplicate whatever its words say of it, and so is one whose answer is asked for by its number. */
function isAskedBy({ title, requirement }: Ask, { notice, at, ...item }: HeldItem): boolean {
  if (notice === undefined) return false;
  const { matter, number } = notice;
  if (asksByName(`${title}\n${requirement}`, answerTo(number))) return true;
  if (at !== null) return false;
  return matter === title || (isAlike(matter, title) && isOfMonths({ ...item, at }, monthsIn(title)));
}

/** How people ask for what a notice asked for: 督办单1号办理情况, with its year or without. */
function answerTo(number: string): Named {
  const [, kind = '', year = '', last = ''] = /^(.+)〔(\d+)〕(\d+)号$/u.exec(number) ?? [];
  const named = kind === '' ? /$^/u : new RegExp(`${kind}第?(〔?${year}〕?年?第?)?(?<!\\d)${last}号`, 'u');
  return { mark: named, words: [kind, '号', '第', '办理', '整改', '落实', '结果', '答复', '回复'] };
}

function asksFor(ask: string, { source, text }: HeldItem): boolean {
  return isStanding(source) ? asksByName(ask, STANDING[source]) : asksForHeld(ask, text, source === 'heading');
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
