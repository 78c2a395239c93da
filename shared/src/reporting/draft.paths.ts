import type { Heading, HeadingContent, ReportContent, ReportForm, TargetFigures, TextLine } from './content';
import { isEntryId } from './reading';

/** A field of a draft that changes as one, found by the ids on its path. */
export type Address =
  | { readonly kind: 'none-reason'; readonly heading: Heading }
  | { readonly kind: 'figure'; readonly heading: Heading; readonly field: keyof TargetFigures }
  | { readonly kind: 'item'; readonly heading: Heading; readonly item: string }
  | { readonly kind: 'item-text'; readonly heading: Heading; readonly item: string; readonly field: ItemText }
  | { readonly kind: 'evidence'; readonly heading: Heading; readonly item: string; readonly evidence: string }
  | { readonly kind: 'line'; readonly list: 'problems' | 'plans'; readonly id: string }
  | { readonly kind: 'sign-off'; readonly field: keyof ReportContent['signOff'] };

/** The texts of a piece of work. */
export const ITEM_TEXTS = ['title', 'work', 'result'] as const;
export type ItemText = (typeof ITEM_TEXTS)[number];
/** The figures of a numeric target. */
export const FIGURES = ['numerator', 'denominator', 'asOf'] as const;
/** The fields of the sign-off. */
export const SIGN_OFF_FIELDS = ['signer', 'date', 'sealAttachmentId'] as const;

const LONGEST_PATH = 300;

function oneOf<T extends string>(names: readonly T[], value: string | undefined): T | null {
  return names.find((name) => name === value) ?? null;
}

/** The field a path names; null when the form has no such field. It does not say whether an entry of that id exists. */
export function addressOf(path: string, form: ReportForm): Address | null {
  if (path.length > LONGEST_PATH) return null;
  const parts = path.split('/');
  if (!parts.every(isEntryId)) return null;
  if (parts[0] === 'headings') return headingAddress(parts, form);
  if (parts.length !== 2) return null;
  const list = oneOf(['problems', 'plans'] as const, parts[0]);
  if (list !== null) return { kind: 'line', list, id: parts[1] ?? '' };
  const field = parts[0] === 'signOff' ? oneOf(SIGN_OFF_FIELDS, parts[1]) : null;
  return field === null ? null : { kind: 'sign-off', field };
}

function headingAddress(parts: readonly string[], form: ReportForm): Address | null {
  const heading = form.headings.find((entry) => entry.id === parts[1]);
  if (heading === undefined) return null;
  if (parts[2] === 'items') return itemAddress(heading, parts.slice(3));
  if (parts[2] === 'noneReason' && parts.length === 3) return { kind: 'none-reason', heading };
  if (parts[2] !== 'target' || parts.length !== 4 || heading.target === null) return null;
  const field = oneOf(FIGURES, parts[3]);
  return field === null ? null : { kind: 'figure', heading, field };
}

function itemAddress(heading: Heading, rest: readonly string[]): Address | null {
  const [item, part, evidence] = rest;
  if (item === undefined || rest.length > 3) return null;
  if (part === undefined) return { kind: 'item', heading, item };
  if (part === 'evidence' && evidence !== undefined) return { kind: 'evidence', heading, item, evidence };
  const field = evidence === undefined ? oneOf(ITEM_TEXTS, part) : null;
  return field === null ? null : { kind: 'item-text', heading, item, field };
}

/**
 * What stands at an address: text, a whole item or evidence entry; null where nothing is; undefined where even the
 * item that would hold it is gone.
 */
export function valueAt(content: ReportContent, address: Address): unknown {
  if (address.kind === 'line') return textOf(content[address.list], address.id);
  if (address.kind === 'sign-off') return content.signOff[address.field];
  const heading = content.headings.find((entry) => entry.id === address.heading.id);
  if (address.kind === 'none-reason') return heading?.noneReason ?? null;
  if (address.kind === 'figure') return heading?.target?.[address.field] ?? '';
  return valueIn(heading, address);
}

function textOf(lines: readonly TextLine[], id: string): string | null {
  return lines.find((line) => line.id === id)?.text ?? null;
}

function valueIn(
  heading: HeadingContent | undefined,
  address: Extract<Address, { kind: 'item' | 'item-text' | 'evidence' }>,
): unknown {
  const item = heading?.items.find((entry) => entry.id === address.item);
  if (address.kind === 'item') return item ?? null;
  if (item === undefined) return undefined;
  if (address.kind === 'item-text') return item[address.field];
  return item.evidence.find((entry) => entry.id === address.evidence) ?? null;
}

/** The entries with the one of that id replaced, appended, or (null) taken out. */
export function withEntry<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  entry: T | null,
): readonly T[] {
  if (entry === null) return entries.filter((other) => other.id !== id);
  const isKnown = entries.some((other) => other.id === id);
  return isKnown ? entries.map((other) => (other.id === id ? entry : other)) : [...entries, entry];
}
