import { EVIDENCE_LABELS, headingLabel, type Evidence } from '../ledger';
import type { ReportContent, ReportForm, WorkItem } from './content';
import { diffContent } from './draft';
import { addressOf, type Address } from './draft.paths';
import { figureLabel } from './parse';
import { FIELD_LABELS, lineLabel, PART_LABELS } from './places';

/** Where a path lies, in the words of the form. */
export interface PathWords {
  /** （八）“码上诚信”, 存在的问题, 落款. */
  readonly heading: string;
  /** 第1条; empty when the field stands alone. */
  readonly place: string;
  /** 具体工作内容; 整条 for a whole entry. */
  readonly field: string;
}
/** One difference between two versions. Null is nothing there. */
export interface VersionDifference extends PathWords {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The words for a path; entries are numbered as in `content`. An unknown path gives empty words. */
export function describePath(path: string, content: ReportContent, form: ReportForm): PathWords {
  const address = addressOf(path, form);
  if (address === null) return wholePart(path, form);
  switch (address.kind) {
    case 'line':
      return { heading: PART_LABELS[address.list], place: numberIn(content[address.list], address.id), field: '整条' };
    case 'sign-off':
      return { heading: PART_LABELS.signOff, place: '', field: FIELD_LABELS[address.field] };
    default:
      return { heading: headingLabel(address.heading), ...withinHeading(address, content) };
  }
}

function wholePart(path: string, form: ReportForm): PathWords {
  const [first, second] = path.split('/');
  const heading = form.headings.find((entry) => first === 'headings' && entry.id === second);
  if (heading !== undefined) return { heading: headingLabel(heading), place: '', field: '整项' };
  const isPart = first === 'headings' || first === 'problems' || first === 'plans' || first === 'signOff';
  return { heading: isPart ? PART_LABELS[first] : '', place: '', field: '' };
}

function withinHeading(
  address: Exclude<Address, { kind: 'line' | 'sign-off' }>,
  content: ReportContent,
): Pick<PathWords, 'place' | 'field'> {
  if (address.kind === 'none-reason') return { place: '', field: FIELD_LABELS.noneReason };
  if (address.kind === 'figure') {
    const { target } = address.heading;
    return { place: '', field: target === null ? '' : figureLabel(target, address.field) };
  }
  const items = content.headings.find((entry) => entry.id === address.heading.id)?.items ?? [];
  const place = numberIn(items, address.item);
  if (address.kind === 'item') return { place, field: '整条' };
  return { place, field: address.kind === 'evidence' ? FIELD_LABELS.evidence : FIELD_LABELS[address.field] };
}

function numberIn(entries: readonly { readonly id: string }[], id: string): string {
  const index = entries.findIndex((entry) => entry.id === id);
  return index < 0 ? '' : lineLabel(index);
}

/** What changed from one version to another, in the order of the form, for 看看不同. */
export function describeDifferences(
  before: ReportContent,
  after: ReportContent,
  form: ReportForm,
): readonly VersionDifference[] {
  const order = form.headings.map((heading) => `headings/${heading.id}/`);
  const rank = (path: string): number => {
    const index = order.findIndex((prefix) => path.startsWith(prefix));
    return index >= 0 ? index : order.length + PART_ORDER.findIndex((part) => path.startsWith(part));
  };
  return diffContent(before, after)
    .map(({ path, from, to }) => ({
      path,
      ...describePath(path, to === null ? before : after, form),
      before: valueWords(from),
      after: valueWords(to),
    }))
    .map((difference, index) => ({ difference, index }))
    .sort((a, b) => rank(a.difference.path) - rank(b.difference.path) || a.index - b.index)
    .map((entry) => entry.difference);
}

const PART_ORDER = ['problems/', 'plans/', 'signOff/'];

/** A field's value as a person reads it: text as it is, entries in one piece. */
export function valueWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  return isWorkItem(value) ? itemWords(value) : evidenceWords(value as Evidence);
}

function isWorkItem(value: unknown): value is WorkItem {
  return typeof value === 'object' && value !== null && 'work' in value;
}

function itemWords(item: WorkItem): string {
  const evidence = item.evidence.map(evidenceWords).join('、');
  const parts = [item.title, item.work, item.result && `工作成果：${item.result}`, evidence && `佐证：${evidence}`];
  return parts.filter((part) => part !== '').join('\n');
}

function evidenceWords(evidence: Evidence): string {
  return `${evidence.title}（${EVIDENCE_LABELS[evidence.kind]}）`;
}
