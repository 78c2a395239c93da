import { isWholeNumber, refuseAll, utf8Length, type Outcome } from '../kernel';
import { EVIDENCE_KINDS, headingMark, type Evidence, type EvidenceKind } from '../ledger';
import { withNamesOnly } from './awaited';
import { emptyContent } from './completeness';
import {
  REPORT_LIMITS,
  type Heading,
  type HeadingContent,
  type NumericTarget,
  type ReportContent,
  type ReportForm,
  type TargetFigures,
  type TextLine,
  type WorkItem,
} from './content';
import { FIELD_LABELS, lineLabel, PART_LABELS } from './places';
import {
  below,
  noFindings,
  note,
  readDate,
  readId,
  readIdOrNull,
  readList,
  readRecord,
  readText,
  type Findings,
  type Place,
} from './reading';

const TOP: Place = { path: '', label: '' };
const CONTENT_KEYS = ['headings', 'problems', 'plans', 'signOff'];
const HEADING_KEYS = ['id', 'items', 'noneReason', 'target'];
const ITEM_KEYS = ['id', 'title', 'work', 'result', 'evidence'];
const EVIDENCE_KEYS = ['id', 'title', 'kind', 'attachmentId'];
const AWAITED_KEYS = [...EVIDENCE_KEYS, 'isAwaited'];
const TARGET_KEYS = ['numerator', 'denominator', 'asOf'];
const LINE_KEYS = ['id', 'text'];
const SIGN_OFF_KEYS = ['signer', 'date', 'sealAttachmentId'];

/**
 * What came from outside as a report's content, or every reason why it is none: exact keys, limits in code points,
 * each heading of the form once. Text comes back tidied (see `tidyText`), headings in the form's order.
 * Of evidence whose file is still awaited the name comes back alone. It says nothing about whether the report is complete; see `gapsOf`.
 */
export function parseReportContent(input: unknown, form: ReportForm): Outcome<ReportContent> {
  const findings = noFindings();
  const content = readContent(findings, input, form) ?? emptyContent(form);
  if (isTooLarge(findings, content)) {
    note(findings, 'reporting.too-large', { path: '', label: '月报' }, { limit: REPORT_LIMITS.bytes / 1024 });
  }
  return refuseAll(findings.refusals, () => withNamesOnly(content));
}

const MOST_BYTES_PER_UNIT = 3;
const MOST_BYTES_PER_ENTRY = 400;

function isTooLarge(findings: Findings, content: ReportContent): boolean {
  const most = findings.units * MOST_BYTES_PER_UNIT + (findings.entries + 2) * MOST_BYTES_PER_ENTRY;
  return most > REPORT_LIMITS.bytes && contentBytes(content) > REPORT_LIMITS.bytes;
}

/** Size of a content as JSON in UTF-8 bytes. */
export function contentBytes(content: ReportContent): number {
  return utf8Length(JSON.stringify(content));
}

function readContent(findings: Findings, input: unknown, form: ReportForm): ReportContent | null {
  const fields = readRecord(findings, input, CONTENT_KEYS, { path: '', label: '月报' });
  if (fields === null) return null;
  return {
    headings: readHeadings(findings, fields['headings'], form),
    problems: readLines(findings, fields['problems'], 'problems'),
    plans: readLines(findings, fields['plans'], 'plans'),
    signOff: readSignOff(findings, fields['signOff']),
  };
}

function readHeadings(findings: Findings, value: unknown, form: ReportForm): readonly HeadingContent[] {
  const place: Place = { path: 'headings', label: PART_LABELS.headings };
  const rule = {
    limit: form.headings.length,
    read: (entry: unknown) => readHeading(findings, entry, form),
  };
  const before = findings.refusals.length;
  const given = readList(findings, value, rule, place);
  if (findings.refusals.length > before) return given;
  const ordered: HeadingContent[] = [];
  for (const heading of form.headings) {
    const content = given.find((entry) => entry.id === heading.id);
    if (content === undefined) note(findings, 'reporting.heading-missing', headingPlace(heading));
    else ordered.push(content);
  }
  return ordered;
}

/** Where a heading stands. */
export function headingPlace(heading: Heading): Place {
  return { path: `headings/${heading.id}`, label: headingMark(heading) };
}

function readHeading(findings: Findings, value: unknown, form: ReportForm): HeadingContent | null {
  const fields = readRecord(findings, value, HEADING_KEYS, { path: 'headings', label: PART_LABELS.headings });
  if (fields === null) return null;
  const heading = form.headings.find((entry) => entry.id === fields['id']);
  if (heading === undefined) {
    note(findings, 'reporting.unknown-heading', { path: 'headings', label: PART_LABELS.headings });
    return null;
  }
  const place = headingPlace(heading);
  const rule = {
    limit: REPORT_LIMITS.itemsPerHeading,
    read: (entry: unknown, index: number) => readItem(findings, entry, below(place, 'items', lineLabel(index))),
  };
  return {
    id: heading.id,
    items: readList(findings, fields['items'], rule, place),
    noneReason: readNoneReason(findings, fields['noneReason'], heading),
    target: readTarget(findings, fields['target'], heading),
  };
}

/** The reason of “本月无此项任务”, or null; only where the form lets it be declared. */
export function readNoneReason(findings: Findings, value: unknown, heading: Heading): string | null {
  if (value === null) return null;
  const place = below(headingPlace(heading), 'noneReason', FIELD_LABELS.noneReason);
  const reason = readText(findings, value, REPORT_LIMITS.reason, place);
  if (!heading.mayDeclareNone) note(findings, 'reporting.none-not-allowed', headingPlace(heading));
  return reason;
}

function readTarget(findings: Findings, value: unknown, heading: Heading): TargetFigures | null {
  const place = below(headingPlace(heading), 'target', '');
  const target = heading.target;
  if (target === null) {
    if (value !== null) note(findings, 'reporting.content-unreadable', place);
    return null;
  }
  const fields = readRecord(findings, value, TARGET_KEYS, place);
  if (fields === null) return null;
  return {
    numerator: readFigure(findings, fields['numerator'], below(place, 'numerator', target.numeratorLabel)),
    denominator: readFigure(findings, fields['denominator'], below(place, 'denominator', target.denominatorLabel)),
    asOf: readDate(findings, fields['asOf'], below(place, 'asOf', FIELD_LABELS.asOf)),
  };
}

/** What a figure of a target is called. */
export function figureLabel(target: NumericTarget, field: keyof TargetFigures): string {
  if (field === 'asOf') return FIELD_LABELS.asOf;
  return field === 'numerator' ? target.numeratorLabel : target.denominatorLabel;
}

/** A typed figure: empty, or a whole number of at most 15 digits. */
export function readFigure(findings: Findings, value: unknown, place: Place): string {
  if (value === '' || (typeof value === 'string' && isWholeNumber(value))) return value;
  note(findings, figureFault(value), place, { limit: REPORT_LIMITS.figureDigits });
  return '';
}

/** What is wrong with a figure that cannot be taken: it has too many digits, or is no whole number at all. */
export function figureFault(value: unknown): 'reporting.figure-too-long' | 'reporting.figure-not-whole' {
  const isWhole = typeof value === 'string' && /^\d+$/.test(value);
  return isWhole ? 'reporting.figure-too-long' : 'reporting.figure-not-whole';
}

/** One piece of work. `place` is the list it stands in, labelled with the heading and the item's number. */
export function readItem(findings: Findings, value: unknown, place: Place): WorkItem | null {
  const fields = readRecord(findings, value, ITEM_KEYS, place);
  if (fields === null) return null;
  const id = readId(findings, fields['id'], place);
  const at = below(place, id, '');
  const rule = {
    limit: REPORT_LIMITS.evidencePerItem,
    read: (entry: unknown) => readEvidence(findings, entry, below(at, 'evidence', FIELD_LABELS.evidence)),
  };
  return {
    id,
    title: readText(findings, fields['title'], REPORT_LIMITS.title, below(at, 'title', FIELD_LABELS.title)),
    work: readText(findings, fields['work'], REPORT_LIMITS.text, below(at, 'work', FIELD_LABELS.work)),
    result: readText(findings, fields['result'], REPORT_LIMITS.text, below(at, 'result', FIELD_LABELS.result)),
    evidence: readList(findings, fields['evidence'], rule, below(at, 'evidence', FIELD_LABELS.evidence)),
  };
}

/** One entry of evidence; its name alone makes it complete (R55). One with a file awaits none. */
export function readEvidence(findings: Findings, value: unknown, place: Place): Evidence | null {
  const isAwaited = typeof value === 'object' && value !== null && 'isAwaited' in value && value.isAwaited === true;
  const fields = readRecord(findings, value, isAwaited ? AWAITED_KEYS : EVIDENCE_KEYS, place);
  if (fields === null) return null;
  const id = readId(findings, fields['id'], place);
  const at = below(place, id, '');
  const attachmentId = readIdOrNull(findings, fields['attachmentId'], at);
  return {
    id,
    title: readText(findings, fields['title'], REPORT_LIMITS.evidenceTitle, below(at, 'title', '名称')),
    kind: readKind(findings, fields['kind'], at),
    attachmentId,
    ...(isAwaited && attachmentId === null ? { isAwaited } : {}),
  };
}

function readKind(findings: Findings, value: unknown, place: Place): EvidenceKind {
  const kind = EVIDENCE_KINDS.find((entry) => entry === value);
  if (kind === undefined) note(findings, 'reporting.evidence-kind-unknown', place);
  return kind ?? 'other';
}

function readLines(findings: Findings, value: unknown, list: 'problems' | 'plans'): readonly TextLine[] {
  const place: Place = { path: list, label: PART_LABELS[list] };
  const rule = {
    limit: REPORT_LIMITS.linesPerList,
    read: (entry: unknown, index: number): TextLine | null => {
      const at: Place = { path: list, label: PART_LABELS[list] + lineLabel(index) };
      const fields = readRecord(findings, entry, LINE_KEYS, at);
      if (fields === null) return null;
      const id = readId(findings, fields['id'], at);
      return { id, text: readText(findings, fields['text'], REPORT_LIMITS.text, below(at, id, '')) };
    },
  };
  return readList(findings, value, rule, place);
}

function readSignOff(findings: Findings, value: unknown): ReportContent['signOff'] {
  const place = below(TOP, 'signOff', '');
  const fields = readRecord(findings, value, SIGN_OFF_KEYS, { ...place, label: PART_LABELS.signOff });
  if (fields === null) return { signer: '', date: '', sealAttachmentId: null };
  const sealPlace = below(place, 'sealAttachmentId', FIELD_LABELS.sealAttachmentId);
  return {
    signer: readText(findings, fields['signer'], REPORT_LIMITS.signer, below(place, 'signer', FIELD_LABELS.signer)),
    date: readDate(findings, fields['date'], below(place, 'date', FIELD_LABELS.date)),
    sealAttachmentId: readIdOrNull(findings, fields['sealAttachmentId'], sealPlace),
  };
}
