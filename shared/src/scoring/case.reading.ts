import { firstCodePoints, isBelow, isInstant, isLongerThan, parseFraction, tidyText } from '../kernel';
import type { Fraction, Refusal } from '../kernel';
import { CASE_LIMITS } from './case';

/** Problems beyond this number are not collected: nobody reads them, and a hostile input must not fill memory. */
const MOST_FINDINGS = 50;
const VISIBLE = /[!-~\u00A1-\uFFFF]/;

/** What the lists of a case are called. */
const LIST_LABELS = {
  measures: '措施',
  obligations: '应报材料',
  information: '信息',
  adjustments: '动态调整',
  months: '月份',
  innovations: '创新举措',
} as const;
export type ListName = keyof typeof LIST_LABELS;

/** Where a value stands: in the case itself, among its rulings, or in an entry of a list. */
export type Place =
  { readonly part: 'case' } | { readonly part: 'rulings' } | { readonly part: ListName; readonly index: number };

export type Fields = Readonly<Record<string, unknown>>;

/** Every reason against a case, found while reading it. */
export type Findings = Refusal[];

/** Notes one problem with a field at a place; without a field, with the place itself. */
export function note(findings: Findings, code: string, at: Place, facts: Refusal['facts'] & { field?: string }): void {
  if (findings.length >= MOST_FINDINGS) return;
  const { field, ...others } = facts;
  const shown = field === undefined ? '' : `“${shownName(field)}”`;
  findings.push({ code, facts: { ...others, label: labelOf(at) + shown, path: pathOf(at, field) } });
}

/** A name from outside as a sentence can show it. */
export function shownName(name: string): string {
  return firstCodePoints(tidyText(name.slice(0, 200)), 40);
}

function labelOf(at: Place): string {
  if (at.part === 'case') return '';
  return at.part === 'rulings' ? '口径' : `${LIST_LABELS[at.part]}第${at.index + 1}条`;
}

function pathOf(at: Place, field: string | undefined): string {
  const place = at.part === 'case' ? '' : at.part === 'rulings' ? at.part : `${at.part}/${at.index}`;
  if (field === undefined) return place;
  return place === '' ? shownName(field) : `${place}/${shownName(field)}`;
}

/** Whether a value is a record: neither a list nor anything simple. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a record with these keys and no other; null when it is no record. Keys that lack or are too many are noted. */
export function readRecord(findings: Findings, value: unknown, keys: readonly string[], at: Place): Fields | null {
  if (!isRecord(value)) {
    note(findings, 'scoring.unreadable', at, {});
    return null;
  }
  const own = Object.keys(value);
  if (!isInOrder(own, keys)) noteKeys(findings, own, keys, at);
  return value;
}

/** Whether the keys are exactly those, in their usual order; in another order each is looked for. */
function isInOrder(own: readonly string[], keys: readonly string[]): boolean {
  return own.length === keys.length && keys.every((key, index) => own[index] === key);
}

function noteKeys(findings: Findings, own: readonly string[], keys: readonly string[], at: Place): void {
  for (const field of keys) if (!own.includes(field)) note(findings, 'scoring.field-missing', at, { field });
  for (const field of own) if (!keys.includes(field)) note(findings, 'scoring.unknown-field', at, { field });
}

/** A list of entries with different ids. A list that is not there was noted with the keys. */
export function readEntries<T extends { readonly id: string }>(
  findings: Findings,
  fields: Fields,
  part: ListName,
  read: (value: unknown, at: Place) => T | null,
): readonly T[] {
  const entries: T[] = [];
  const ids = new Set<string>();
  const values = listOf(findings, fields, part);
  for (let index = 0; index < values.length; index += 1) {
    const at: Place = { part, index };
    const entry = read(values[index], at);
    if (entry === null) continue;
    if (ids.has(entry.id) && entry.id !== '') note(findings, 'scoring.duplicate-id', at, { field: 'id' });
    ids.add(entry.id);
    entries.push(entry);
  }
  return entries;
}

/** The list of that name; empty, with the problem noted, when it is none. */
export function listOf(findings: Findings, fields: Fields, part: ListName): readonly unknown[] {
  const value = fields[part];
  if (Array.isArray(value) && value.length <= CASE_LIMITS.entries) return value;
  if (Array.isArray(value)) {
    note(findings, 'scoring.too-many', { part: 'case' }, { field: part, limit: CASE_LIMITS.entries });
  } else if (value !== undefined) note(findings, 'scoring.not-a-list', { part: 'case' }, { field: part });
  return [];
}

/** A text that shows something. Empty, with the problem noted, otherwise. */
export function readText(findings: Findings, fields: Fields, field: string, at: Place): string {
  const value = fields[field];
  const limit = field === 'unit' ? CASE_LIMITS.unit : CASE_LIMITS.id;
  if (typeof value === 'string' && !isLongerThan(value, limit) && VISIBLE.test(value)) return value;
  if (value !== undefined) note(findings, 'scoring.text-missing', at, { field, limit });
  return '';
}

/** A claim, true or false. */
export function readClaim(findings: Findings, fields: Fields, field: string, at: Place): boolean {
  const value = fields[field];
  if (typeof value === 'boolean') return value;
  if (value !== undefined) note(findings, 'scoring.not-a-claim', at, { field });
  return false;
}

/** An instant in the one accepted writing. */
export function readInstant(findings: Findings, fields: Fields, field: string, at: Place): string {
  const value = fields[field];
  if (isInstant(value)) return value;
  if (value !== undefined) note(findings, 'scoring.instant-unreadable', at, { field });
  return '';
}

/** One of some words. Null, with the problem noted, for any other. */
export function readChoice<T extends string | number>(
  findings: Findings,
  value: unknown,
  choices: readonly T[],
  place: { readonly at: Place; readonly field: string },
): T | null {
  const choice = choices.find((entry) => entry === value);
  if (choice !== undefined) return choice;
  if (value !== undefined) {
    note(findings, 'scoring.choice-unknown', place.at, { field: place.field, limit: choices.join('、') });
  }
  return null;
}

/** What a number may be: up to a most, with at most so many decimal places; `places` null takes fractions too, of any length. */
export interface NumberRule {
  readonly most: Fraction;
  readonly shownMost: string;
  readonly places: number | null;
  /** How such a number is written, within its most; shown to who wrote another. */
  readonly sample: string;
}

/** Why a value is no such number, or null when it is one. */
export function numberFault(value: unknown, rule: NumberRule): Refusal | null {
  if (typeof value === 'number') return fault('scoring.number-bare');
  if (typeof value !== 'string') return unreadable(rule);
  if (value.length > CASE_LIMITS.digits) return fault('scoring.number-too-long', CASE_LIMITS.digits);
  if (/^-?\d+\/0+$/.test(value)) return fault('scoring.divided-by-zero');
  const number = parseFraction(value);
  if (number === null) return unreadable(rule);
  if (value.startsWith('-')) return fault('scoring.negative');
  return placesFault(value, rule) ?? (isBelow(rule.most, number) ? fault('scoring.too-high', rule.shownMost) : null);
}

function placesFault(value: string, rule: NumberRule): Refusal | null {
  const { places: most } = rule;
  if (most === null) return null;
  if (value.includes('/')) return unreadable(rule);
  const point = value.indexOf('.');
  return point >= 0 && value.length - point - 1 > most ? fault('scoring.too-many-places', most) : null;
}

function unreadable({ sample }: NumberRule): Refusal {
  return { code: 'scoring.number-unreadable', facts: { sample } };
}

function fault(code: string, limit?: number | string): Refusal {
  return { code, facts: limit === undefined ? {} : { limit } };
}
