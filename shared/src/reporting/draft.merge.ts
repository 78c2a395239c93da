import { refuseAll, tidyText, type Outcome } from '../kernel';
import type { Evidence } from '../ledger';
import type { DraftChange, DraftConflict, ReviewRemark } from './api';
import { REPORT_LIMITS, type HeadingContent, type ReportContent, type ReportForm, type WorkItem } from './content';
import { isLocked } from './corrections';
import { addressOf, valueAt, withEntry, type Address } from './draft.paths';
import { contentBytes, figureLabel, headingPlace, readEvidence, readFigure, readItem, readNoneReason } from './parse';
import { FIELD_LABELS, PART_LABELS } from './places';
import { noFindings, note, readDate, readIdOrNull, readText, type Findings, type Place } from './reading';
import { sameValue } from './same-value';

/** A draft after changes, and those changes that met a different one: the draft keeps `theirs`, `mine` is reported. */
export interface MergedDraft {
  readonly content: ReportContent;
  readonly conflicts: readonly Pick<DraftConflict, 'path' | 'mine' | 'theirs'>[];
  /** What was typed where nothing was sent back: it is not in the draft. */
  readonly locked: readonly Pick<DraftConflict, 'path' | 'mine'>[];
}

/**
 * Applies a device's changes to the draft as it stands now. A change goes in when its field still is what the device
 * last saw, and is done already when the field is what the device wants; otherwise it is a conflict. So no typed text
 * is lost: each is in the draft, in a conflict, or, where `remarks` lock its field (Q12), in `locked`. Changes that fit
 * no field, or break a limit, refuse them all, with every reason; the device then still holds what was typed.
 */
export function applyChanges(
  content: ReportContent,
  changes: readonly DraftChange[],
  form: ReportForm,
  remarks: readonly Pick<ReviewRemark, 'path'>[] = [],
): Outcome<MergedDraft> {
  const findings = noFindings();
  const conflicts: MergedDraft['conflicts'][number][] = [];
  const locked: MergedDraft['locked'][number][] = [];
  let current = content;
  for (const change of changes) {
    const address = addressOf(change.path, form);
    if (address === null) {
      note(findings, 'reporting.path-unknown', { path: change.path.slice(0, 300), label: '' });
      continue;
    }
    const to = readValue(findings, change, address);
    const theirs = valueAt(current, address);
    const verdict = judge(theirs, change.from, to);
    if (verdict !== 'done' && isLocked(change.path, remarks)) {
      locked.push({ path: change.path, mine: to });
      continue;
    }
    if (verdict === 'conflict') conflicts.push({ path: change.path, mine: to, theirs: theirs ?? null });
    if (verdict === 'apply') current = withValue(current, address, to);
  }
  noteSizes(findings, current, form);
  return refuseAll(findings.refusals, () => ({ content: current, conflicts, locked }));
}

type Verdict = 'done' | 'apply' | 'conflict';

function judge(theirs: unknown, from: unknown, to: Value): Verdict {
  if (theirs === undefined) return to === null || to === '' ? 'done' : 'conflict';
  if (sameValue(theirs, to)) return 'done';
  const seen = typeof from === 'string' && from.length <= MOST_SEEN ? tidyText(from) : from;
  return sameValue(theirs, seen ?? null) ? 'apply' : 'conflict';
}

const MOST_SEEN = REPORT_LIMITS.text * 4;

type Value = string | null | WorkItem | Evidence;

function readValue(findings: Findings, change: DraftChange, address: Address): Value {
  const { path, to } = change;
  switch (address.kind) {
    case 'none-reason':
      return readNoneReason(findings, to, address.heading);
    case 'figure':
      return readFigureField(findings, to, address, path);
    case 'item-text':
      return readItemText(findings, to, address, path);
    case 'item':
    case 'evidence':
      return to === null ? null : readEntry(findings, to, address, path);
    case 'line': {
      const place = { path, label: PART_LABELS[address.list] };
      return to === null ? null : readText(findings, to, REPORT_LIMITS.text, place);
    }
    case 'sign-off':
      return readSignOffField(findings, to, address.field, path);
  }
}

function readFigureField(
  findings: Findings,
  to: unknown,
  address: Extract<Address, { kind: 'figure' }>,
  path: string,
): string {
  const { heading, field } = address;
  const name = heading.target === null ? '' : figureLabel(heading.target, field);
  const place = { path, label: headingPlace(heading).label + name };
  return field === 'asOf' ? readDate(findings, to, place) : readFigure(findings, to, place);
}

function readItemText(
  findings: Findings,
  to: unknown,
  address: Extract<Address, { kind: 'item-text' }>,
  path: string,
): string {
  const limit = address.field === 'title' ? REPORT_LIMITS.title : REPORT_LIMITS.text;
  return readText(findings, to, limit, {
    path,
    label: headingPlace(address.heading).label + FIELD_LABELS[address.field],
  });
}

function readSignOffField(
  findings: Findings,
  to: unknown,
  field: keyof ReportContent['signOff'],
  path: string,
): string | null {
  const place = { path, label: FIELD_LABELS[field] };
  if (field === 'sealAttachmentId') return readIdOrNull(findings, to, place);
  return field === 'date' ? readDate(findings, to, place) : readText(findings, to, REPORT_LIMITS.signer, place);
}

function readEntry(
  findings: Findings,
  to: unknown,
  address: Extract<Address, { kind: 'item' | 'evidence' }>,
  path: string,
): WorkItem | Evidence | null {
  const place: Place = { path: path.slice(0, path.lastIndexOf('/')), label: headingPlace(address.heading).label };
  const isItem = address.kind === 'item';
  const entry = isItem ? readItem(findings, to, place) : readEvidence(findings, to, place);
  const id = isItem ? address.item : address.evidence;
  if (entry !== null && entry.id !== id) note(findings, 'reporting.path-unknown', { path, label: '' });
  return entry;
}

function withValue(content: ReportContent, address: Address, value: Value): ReportContent {
  switch (address.kind) {
    case 'line': {
      const line = value === null ? null : { id: address.id, text: value as string };
      return { ...content, [address.list]: withEntry(content[address.list], address.id, line) };
    }
    case 'sign-off':
      return { ...content, signOff: { ...content.signOff, [address.field]: value } };
    default:
      return {
        ...content,
        headings: content.headings.map((heading) =>
          heading.id === address.heading.id ? withHeadingValue(heading, address, value) : heading,
        ),
      };
  }
}

type HeadingAddress = Exclude<Address, { kind: 'line' | 'sign-off' }>;

function withHeadingValue(content: HeadingContent, address: HeadingAddress, value: Value): HeadingContent {
  switch (address.kind) {
    case 'none-reason':
      return { ...content, noneReason: value as string | null };
    case 'figure': {
      const target = content.target ?? { numerator: '', denominator: '', asOf: '' };
      return { ...content, target: { ...target, [address.field]: value } };
    }
    case 'item':
      return { ...content, items: withEntry(content.items, address.item, value as WorkItem | null) };
    case 'item-text':
      return withItem(content, address.item, (item) => ({ ...item, [address.field]: value }));
    case 'evidence':
      return withItem(content, address.item, (item) => ({
        ...item,
        evidence: withEntry(item.evidence, address.evidence, value as Evidence | null),
      }));
  }
}

function withItem(content: HeadingContent, id: string, change: (item: WorkItem) => WorkItem): HeadingContent {
  return { ...content, items: content.items.map((item) => (item.id === id ? change(item) : item)) };
}

function noteSizes(findings: Findings, content: ReportContent, form: ReportForm): void {
  for (const heading of form.headings) {
    const items = content.headings.find((entry) => entry.id === heading.id)?.items ?? [];
    const place = headingPlace(heading);
    noteCount(findings, items.length, REPORT_LIMITS.itemsPerHeading, place);
    for (const item of items) {
      const label = place.label + FIELD_LABELS.evidence;
      noteCount(findings, item.evidence.length, REPORT_LIMITS.evidencePerItem, { path: place.path, label });
    }
  }
  for (const list of ['problems', 'plans'] as const) {
    noteCount(findings, content[list].length, REPORT_LIMITS.linesPerList, { path: list, label: PART_LABELS[list] });
  }
  if (findings.refusals.length === 0 && contentBytes(content) > REPORT_LIMITS.bytes) {
    note(findings, 'reporting.too-large', { path: '', label: '月报' }, { limit: REPORT_LIMITS.bytes / 1024 });
  }
}

function noteCount(findings: Findings, count: number, limit: number, place: Place): void {
  if (count > limit) note(findings, 'reporting.too-many', place, { limit });
}
