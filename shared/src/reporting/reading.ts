import { firstCodePoints, isDateText, isLongerThan, tidyText, type DateText, type Refusal } from '../kernel';

/** Problems beyond this number are not collected: nobody reads them, and a hostile input must not fill memory. */
const MOST_FINDINGS = 50;
const ID_SHAPE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Where a value stands: its path in the content, and what people call that place. */
export interface Place {
  readonly path: string;
  readonly label: string;
}

/** What is found while reading: refusals, and how much text was kept (UTF-16 units, and entries). */
export interface Findings {
  readonly refusals: Refusal[];
  units: number;
  entries: number;
}

/** Nothing found yet. */
export function noFindings(): Findings {
  return { refusals: [], units: 0, entries: 0 };
}

/** Notes one problem at a place. */
export function note(findings: Findings, code: string, place: Place, facts: Refusal['facts'] = {}): void {
  if (findings.refusals.length >= MOST_FINDINGS) return;
  findings.refusals.push({ code, facts: { path: place.path, label: place.label, ...facts } });
}

/** A place below another. */
export function below(place: Place, key: string, label: string): Place {
  return { path: place.path === '' ? key : `${place.path}/${key}`, label: place.label + label };
}

type Fields = Readonly<Record<string, unknown>>;

/** The value as a record with exactly `keys`; null, with the problem noted, when it is anything else. */
export function readRecord(findings: Findings, value: unknown, keys: readonly string[], place: Place): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    note(findings, 'reporting.content-unreadable', place);
    return null;
  }
  const own = Object.keys(value);
  if (own.length === keys.length && own.every((key) => keys.includes(key))) return value as Fields;
  const extra = own.find((key) => !keys.includes(key));
  if (extra === undefined) note(findings, 'reporting.content-unreadable', place);
  else note(findings, 'reporting.unknown-field', place, { field: firstCodePoints(tidyText(extra.slice(0, 200)), 40) });
  return null;
}

/** The value as tidied text of at most `limit` code points; empty, with the problem noted, otherwise. */
export function readText(findings: Findings, value: unknown, limit: number, place: Place): string {
  if (typeof value !== 'string') {
    note(findings, 'reporting.content-unreadable', place);
    return '';
  }
  const text = value.length > limit * 4 ? value : tidyText(value);
  if (isLongerThan(text, limit)) {
    note(findings, 'reporting.text-too-long', place, { limit });
    return '';
  }
  findings.units += text.length;
  return text;
}

/** Whether a value may name an entry: letters, digits, hyphen and underscore, at most 64, and no name that every object has. */
export function isEntryId(value: unknown): value is string {
  return typeof value === 'string' && ID_SHAPE.test(value) && !(value in Object.prototype);
}

/** The value as an id; empty, with the problem noted, otherwise. */
export function readId(findings: Findings, value: unknown, place: Place): string {
  if (isEntryId(value)) return value;
  note(findings, 'reporting.content-unreadable', place);
  return '';
}

/** The value as an id or null. */
export function readIdOrNull(findings: Findings, value: unknown, place: Place): string | null {
  return value === null ? null : readId(findings, value, place);
}

/** The value as a date that exists, or empty while not filled. */
export function readDate(findings: Findings, value: unknown, place: Place): DateText | '' {
  if (value === '' || isDateText(value)) return value;
  note(findings, 'reporting.date-unreadable', place);
  return '';
}

/** How to read one kind of list. */
export interface ListRule<T> {
  readonly limit: number;
  readonly read: (value: unknown, index: number) => T | null;
}

/** The value as a list of at most `limit` entries with different ids. */
export function readList<T extends { readonly id: string }>(
  findings: Findings,
  value: unknown,
  rule: ListRule<T>,
  place: Place,
): readonly T[] {
  if (!Array.isArray(value)) {
    note(findings, 'reporting.content-unreadable', place);
    return [];
  }
  if (value.length > rule.limit) {
    note(findings, 'reporting.too-many', place, { limit: rule.limit });
    return [];
  }
  const entries: T[] = [];
  for (let index = 0; index < value.length; index += 1) {
    const entry = rule.read(value[index], index);
    if (entry === null) continue;
    if (entries.some((other) => other.id === entry.id)) note(findings, 'reporting.duplicate-entry', place);
    else entries.push(entry);
  }
  findings.entries += entries.length;
  return entries;
}
