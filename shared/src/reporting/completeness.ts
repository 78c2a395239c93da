import { allow, isBlank, isWholeNumber, refuseAll, type DateText, type Outcome, type Refusal } from '../kernel';
import { headingMark } from '../ledger';
import type { Heading, HeadingContent, NumericTarget, ReportContent, ReportForm, TargetFigures } from './content';
import { REPORTING_MESSAGES } from './messages';
import { FIELD_LABELS, lineLabel, PART_LABELS } from './places';

/** Something still missing before a report can be handed in; `path` is where to put it, `sentence` says so to the officer. */
export interface Gap {
  readonly path: string;
  /** The heading it belongs to; null for problems, plans and sign-off. */
  readonly headingId: string | null;
  readonly code: GapCode;
  readonly facts: Refusal['facts'];
  readonly sentence: string;
}

type GapCode = Extract<keyof typeof REPORTING_MESSAGES, `reporting.gap-${string}`>;

function gap(code: GapCode, path: string, headingId: string | null, label: string): Gap {
  const facts = { path, label };
  return { path, headingId, code, facts, sentence: REPORTING_MESSAGES[code](facts) };
}

/**
 * Everything missing before hand-in, in the order of the form (art. 7, annex 1). A report without gaps may be handed in.
 * With `today`, Beijing, figures that claim to be of a later day are a gap too, and dates more than a year away.
 */
export function gapsOf(content: ReportContent, form: ReportForm, today?: DateText): readonly Gap[] {
  const headings = form.headings.flatMap((heading) => {
    const entry = contentOf(content, heading);
    return [...headingGaps(entry, heading), ...asOfGaps(entry, heading, today)];
  });
  return [
    ...headings,
    ...lineGaps(content, 'problems'),
    ...lineGaps(content, 'plans'),
    ...signOffGaps(content, form, today),
  ];
}

/** The content itself when it may be handed in, otherwise every gap as a refusal. */
export function checkComplete(content: ReportContent, form: ReportForm, today: DateText): Outcome<ReportContent> {
  const gaps = gapsOf(content, form, today);
  return gaps.length === 0
    ? allow(content)
    : refuseAll(
        gaps.map(({ code, facts }) => ({ code, facts })),
        () => content,
      );
}

/** Whether a ratio says nothing yet: neither its figures nor their day. */
export function hasNoFigures({ numerator, denominator, asOf }: TargetFigures): boolean {
  return numerator + denominator + asOf === '';
}

/** Whether no heading, problem or plan says anything: what came is in the original, or nowhere. */
export function isBlankContent({ headings, problems, plans }: ReportContent): boolean {
  const isHeadingBlank = ({ items, noneReason, target }: HeadingContent) =>
    items.length === 0 && noneReason === null && (target === null || hasNoFigures(target));
  return headings.every(isHeadingBlank) && problems.length === 0 && plans.length === 0;
}

/** How many pieces of work name no result yet (annex 1: 工作成果). No gap: on the 20th there may be none to name. */
export function countWithoutResult({ headings }: ReportContent): number {
  const items = headings.flatMap((heading) => (heading.noneReason === null ? heading.items : []));
  return items.filter(({ result }) => isBlank(result)).length;
}

/** How many headings are filled, of how many. */
export interface Progress {
  readonly filled: number;
  readonly total: number;
}

/** A heading is filled when nothing of it is missing. */
export function progressOf(content: ReportContent, form: ReportForm): Progress {
  const filled = form.headings.filter((heading) => headingGaps(contentOf(content, heading), heading).length === 0);
  return { filled: filled.length, total: form.headings.length };
}

function contentOf(content: ReportContent, heading: Heading): HeadingContent {
  return content.headings.find((entry) => entry.id === heading.id) ?? emptyHeading(heading);
}

function headingGaps(content: HeadingContent, heading: Heading): readonly Gap[] {
  const path = `headings/${heading.id}`;
  const mark = headingMark(heading);
  if (content.noneReason !== null) return noneGaps(content, heading);
  const items = content.items.flatMap((item, index) =>
    itemGaps(item, `${path}/items/${item.id}`, mark + lineLabel(index)).map(([code, at, label]) =>
      gap(code, at, heading.id, label),
    ),
  );
  const empty = content.items.length === 0 ? [gap('reporting.gap-heading', path, heading.id, mark)] : [];
  const target = heading.target === null ? [] : targetGaps(content.target, heading.target, heading);
  return [...target, ...empty, ...items];
}

function noneGaps(content: HeadingContent, heading: Heading): readonly Gap[] {
  const path = `headings/${heading.id}/noneReason`;
  const mark = headingMark(heading);
  if (content.items.length > 0) return [gap('reporting.gap-none-and-work', path, heading.id, mark)];
  return isBlank(content.noneReason ?? '') ? [gap('reporting.gap-none-reason', path, heading.id, mark)] : [];
}

type Missing = readonly [GapCode, path: string, label: string];

function itemGaps(item: HeadingContent['items'][number], path: string, label: string): readonly Missing[] {
  const isUntouched = [item.title, item.work, item.result].every(isBlank) && item.evidence.length === 0;
  if (isUntouched) return [['reporting.gap-empty-line', path, label]];
  const missing: Missing[] = [];
  if (isBlank(item.title)) missing.push(['reporting.gap-field', `${path}/title`, label + FIELD_LABELS.title]);
  if (isBlank(item.work)) missing.push(['reporting.gap-field', `${path}/work`, label + FIELD_LABELS.work]);
  for (const evidence of item.evidence) {
    if (isBlank(evidence.title))
      missing.push(['reporting.gap-evidence-name', `${path}/evidence/${evidence.id}`, label]);
  }
  return missing;
}

function targetGaps(figures: TargetFigures | null, target: NumericTarget, heading: Heading): readonly Gap[] {
  const { numerator, denominator, asOf } = figures ?? EMPTY_FIGURES;
  const path = `headings/${heading.id}/target`;
  const mark = headingMark(heading);
  const missing: Missing[] = [];
  if (!isWholeNumber(numerator))
    missing.push(['reporting.gap-field', `${path}/numerator`, mark + target.numeratorLabel]);
  if (!isWholeNumber(denominator)) {
    missing.push(['reporting.gap-field', `${path}/denominator`, mark + target.denominatorLabel]);
  } else if (Number(denominator) === 0) {
    missing.push(['reporting.gap-zero-total', `${path}/denominator`, mark + target.denominatorLabel]);
  } else if (isWholeNumber(numerator) && Number(numerator) > Number(denominator)) {
    missing.push(['reporting.gap-part-above-total', `${path}/numerator`, mark + target.numeratorLabel]);
  }
  if (asOf === '') missing.push(['reporting.gap-field', `${path}/asOf`, mark + FIELD_LABELS.asOf]);
  return missing.map(([code, at, label]) => gap(code, at, heading.id, label));
}

function asOfGaps({ noneReason, target }: HeadingContent, heading: Heading, today?: DateText): readonly Gap[] {
  if (today === undefined || noneReason !== null || target === null) return [];
  const path = `headings/${heading.id}/target/asOf`;
  const label = headingMark(heading) + FIELD_LABELS.asOf;
  if (isFar(target.asOf, today)) return [gap('reporting.gap-date-far', path, heading.id, label)];
  return target.asOf <= today ? [] : [gap('reporting.gap-date-ahead', path, heading.id, label)];
}

/** Whether a date lies more than a year from today: nobody means that, a wheel was turned too far. */
function isFar(date: DateText | '', today: DateText): boolean {
  const inYear = (step: number) => String(Number(today.slice(0, 4)) + step).padStart(4, '0') + today.slice(4);
  return date !== '' && (date < inYear(-1) || date > inYear(1));
}

function lineGaps(content: ReportContent, list: 'problems' | 'plans'): readonly Gap[] {
  const label = PART_LABELS[list];
  if (content[list].length === 0) return [gap(LIST_GAPS[list], list, null, label)];
  return content[list].flatMap((line, index) =>
    isBlank(line.text) ? [gap('reporting.gap-empty-line', `${list}/${line.id}`, null, label + lineLabel(index))] : [],
  );
}

const LIST_GAPS = { problems: 'reporting.gap-problems', plans: 'reporting.gap-plans' } as const;

function signOffGaps(content: ReportContent, form: ReportForm, today?: DateText): readonly Gap[] {
  const { signer, date, sealAttachmentId } = content.signOff;
  const gaps: Gap[] = [];
  if (isBlank(signer)) gaps.push(gap('reporting.gap-field', 'signOff/signer', null, FIELD_LABELS.signer));
  if (today !== undefined && isFar(date, today)) {
    gaps.push(gap('reporting.gap-date-far', 'signOff/date', null, FIELD_LABELS.date));
  }
  if (form.isSealRequired && sealAttachmentId === null) {
    gaps.push(gap('reporting.gap-seal', 'signOff/sealAttachmentId', null, FIELD_LABELS.sealAttachmentId));
  }
  return gaps;
}

const EMPTY_FIGURES: TargetFigures = { numerator: '', denominator: '', asOf: '' };

function emptyHeading(heading: Heading): HeadingContent {
  return { id: heading.id, items: [], noneReason: null, target: heading.target === null ? null : EMPTY_FIGURES };
}

/** A report in which nothing is filled in yet. */
export function emptyContent(form: ReportForm): ReportContent {
  return {
    headings: form.headings.map(emptyHeading),
    problems: [],
    plans: [],
    signOff: { signer: '', date: '', sealAttachmentId: null },
  };
}
