import { refuse, type Outcome } from '../kernel';
import type { Evidence } from '../ledger';
import type { DraftChange } from './api';
import type { HeadingContent, ReportContent, WorkItem } from './content';
import { FIGURES, ITEM_TEXTS, SIGN_OFF_FIELDS } from './draft.paths';
import { sameValue } from './same-value';

/** A report flattened to its fields: path → text, null, or an evidence entry; and each item's own path → the item. */
export type DraftFields = ReadonlyMap<string, string | null | Evidence | WorkItem>;

/** Every field of a content by its id-keyed path, as `DraftChange` names them. */
export function fieldsOf(content: ReportContent): DraftFields {
  const fields = new Map<string, string | null | Evidence | WorkItem>();
  for (const heading of content.headings) addHeading(fields, heading);
  for (const list of ['problems', 'plans'] as const) {
    for (const line of content[list]) fields.set(`${list}/${line.id}`, line.text);
  }
  for (const field of SIGN_OFF_FIELDS) fields.set(`signOff/${field}`, content.signOff[field]);
  return fields;
}

function addHeading(fields: Map<string, string | null | Evidence | WorkItem>, heading: HeadingContent): void {
  const path = `headings/${heading.id}`;
  fields.set(`${path}/noneReason`, heading.noneReason);
  if (heading.target !== null) {
    for (const field of FIGURES) fields.set(`${path}/target/${field}`, heading.target[field]);
  }
  for (const item of heading.items) {
    const at = `${path}/items/${item.id}`;
    fields.set(at, item);
    for (const field of ITEM_TEXTS) fields.set(`${at}/${field}`, item[field]);
    for (const evidence of item.evidence) fields.set(`${at}/evidence/${evidence.id}`, evidence);
  }
}

/** The changes that lead from `before` to `after`. An item that is new or gone is one change; the order of items is no change. */
export function diffContent(before: ReportContent, after: ReportContent): readonly DraftChange[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  const changes: DraftChange[] = [];
  for (const [path, from] of old) {
    if (isInside(path, old, now)) continue;
    const to = now.get(path) ?? null;
    if (isWholeItem(path) && to !== null) continue;
    if (!sameValue(from, to)) changes.push({ path, from, to });
  }
  for (const [path, to] of now) {
    if (old.has(path) || isInside(path, now, old)) continue;
    changes.push({ path, from: null, to });
  }
  return changes;
}

const ITEM_PATH = /^headings\/[^/]+\/items\/[^/]+/;

function isWholeItem(path: string): boolean {
  return ITEM_PATH.exec(path)?.[0] === path;
}

/** Whether a path lies in an item that only `here` has, so that the item's own change covers it. */
function isInside(path: string, here: DraftFields, there: DraftFields): boolean {
  const item = ITEM_PATH.exec(path)?.[0];
  return item !== undefined && item !== path && here.has(item) && !there.has(item);
}

const MOST_CHANGES = 2000;
const CHANGE_KEYS = ['path', 'from', 'to'];

/** What came from outside as a list of changes, or the reason why it is none. Their values are checked when applied. */
export function parseDraftChanges(input: unknown): Outcome<readonly DraftChange[]> {
  if (!Array.isArray(input) || !input.every(isChange)) return refuse('reporting.path-unknown');
  if (input.length > MOST_CHANGES) return refuse('reporting.too-many-changes', { limit: MOST_CHANGES });
  return { ok: true, value: input.map(({ path, from, to }) => ({ path, from, to })) };
}

function isChange(value: unknown): value is DraftChange {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  const isKnown = keys.length === CHANGE_KEYS.length && keys.every((key) => CHANGE_KEYS.includes(key));
  return isKnown && typeof (value as { readonly path: unknown }).path === 'string';
}
