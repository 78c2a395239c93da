import type { Evidence, HeadingContent, ReportContent, TargetFigures, WorkItem } from '@jiannuo/shared/reporting';

/** What a field of a draft can be set to; null takes an entry away. */
export type FieldValue = string | null | Evidence | WorkItem;

const NO_FIGURES: TargetFigures = { numerator: '', denominator: '', asOf: '' };

/** A piece of work in which nothing is written yet. */
export function emptyItem(id: string): WorkItem {
  return { id, title: '', work: '', result: '', evidence: [] };
}

function withEntry<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  entry: T | null,
): readonly T[] {
  if (entry === null) return entries.filter((other) => other.id !== id);
  if (entries.some((other) => other.id === id)) return entries.map((other) => (other.id === id ? entry : other));
  return [...entries, entry];
}

function withItemField(item: WorkItem, rest: readonly string[], value: FieldValue): WorkItem {
  const [part = '', id = ''] = rest;
  if (part === 'evidence') return { ...item, evidence: withEntry(item.evidence, id, value as Evidence | null) };
  return { ...item, [part]: value ?? '' };
}

/** Writing into a piece of work that the other device took away brings it back, so that no text goes nowhere. */
function withItem(heading: HeadingContent, rest: readonly string[], value: FieldValue): HeadingContent {
  const [id = '', ...within] = rest;
  if (within.length === 0) return { ...heading, items: withEntry(heading.items, id, value as WorkItem | null) };
  const item = heading.items.find((entry) => entry.id === id) ?? emptyItem(id);
  return { ...heading, items: withEntry(heading.items, id, withItemField(item, within, value)) };
}

function withHeadingField(heading: HeadingContent, rest: readonly string[], value: FieldValue): HeadingContent {
  const [part, ...within] = rest;
  if (part === 'items') return withItem(heading, within, value);
  if (part === 'noneReason') return { ...heading, noneReason: value as string | null };
  return { ...heading, target: { ...(heading.target ?? NO_FIGURES), [within[0] ?? '']: value } };
}

/** The content with one field set, by its id-keyed path, exactly as typed: what is wrong with it is said, not refused. */
export function withField(content: ReportContent, path: string, value: FieldValue): ReportContent {
  const [part, id = '', ...rest] = path.split('/');
  switch (part) {
    case 'headings':
      return {
        ...content,
        headings: content.headings.map((heading) =>
          heading.id === id ? withHeadingField(heading, rest, value) : heading,
        ),
      };
    case 'problems':
    case 'plans': {
      const line = value === null ? null : { id, text: value as string };
      return { ...content, [part]: withEntry(content[part], id, line) };
    }
    default:
      return { ...content, signOff: { ...content.signOff, [id]: value } };
  }
}
