import { formatDay, formatFullDate, formatWhole, percentBeside } from '@jiannuo/shared/kernel';
import {
  chineseNumber,
  FIELD_LABELS,
  hasNoFigures,
  headingMark,
  lineLabel,
  type Evidence,
  type Heading,
  type HeadingContent,
  type ReportContent,
  type ReportForm,
  type TextLine,
  type WorkItem,
} from '@jiannuo/shared/reporting';
import { now } from '../../platform/clock';
import { factsInLine } from '../../ui/ideographic-space';

/** A place at which a remark can stand, by its path. */
export interface RemarkPlace {
  readonly path: string;
  readonly label: string;
}

/** One thing that the reviewer reads at a time. */
export interface ReviewLine {
  readonly id: string;
  readonly caption: string;
  /** A figure that stands out before the text. */
  readonly figure: string;
  readonly text: string;
  readonly isMissing: boolean;
  readonly evidence: readonly Evidence[];
  /** The first one is meant when nothing is chosen. */
  readonly places: readonly RemarkPlace[];
}

/** A heading of the form, or one of the parts after them. */
export interface ReviewPart {
  readonly id: string;
  /** 一, 问题: how the jump row calls it. */
  readonly shortName: string;
  readonly title: string;
  readonly isNone: boolean;
  readonly lines: readonly ReviewLine[];
}

type LineFacts = Pick<ReviewLine, 'id' | 'places'> & Partial<ReviewLine>;

function line(facts: LineFacts): ReviewLine {
  return { caption: '', figure: '', text: '', isMissing: false, evidence: [], ...facts };
}

const WHOLE_HEADING = '整项，可增减';

function targetLine(heading: Heading, content: HeadingContent): readonly ReviewLine[] {
  const { target } = heading;
  const figures = content.target;
  if (target === null || figures === null || (content.noneReason !== null && hasNoFigures(figures))) return [];
  const at = `headings/${heading.id}/target`;
  const percent = percentBeside(figures.numerator, figures.denominator, target.minimumPercent);
  const counted = [figures.numerator, figures.denominator]
    .map((figure) => `${figure === '' ? '没填' : formatWhole(figure)}${target.unit}`)
    .join(' ÷ ');
  const asOf = figures.asOf === '' ? '，没写截至日期' : `，数据截至${formatDay(figures.asOf, now())}`;
  return [
    line({
      id: at,
      caption: `${target.numeratorLabel}占${target.denominatorLabel}，目标不低于${target.minimumPercent}%`,
      figure: percent === null ? '算不出占比' : `${percent}%`,
      text: counted + asOf,
      places: [
        { path: `${at}/numerator`, label: target.numeratorLabel },
        { path: `${at}/denominator`, label: target.denominatorLabel },
        { path: `${at}/asOf`, label: FIELD_LABELS.asOf },
      ],
    }),
  ];
}

function itemLine(heading: Heading, item: WorkItem, index: number): ReviewLine {
  const at = `headings/${heading.id}/items/${item.id}`;
  const result = item.result === '' ? '' : `工作成果：${item.result}`;
  const text = [item.work, result].filter((part) => part !== '').join('\n');
  return line({
    id: at,
    caption: factsInLine(lineLabel(index), item.title),
    text: text === '' ? '只写了标题' : text,
    evidence: item.evidence,
    places: [
      { path: at, label: '整条' },
      { path: `${at}/title`, label: FIELD_LABELS.title },
      { path: `${at}/work`, label: FIELD_LABELS.work },
      { path: `${at}/result`, label: FIELD_LABELS.result },
      { path: `headings/${heading.id}`, label: WHOLE_HEADING },
    ],
  });
}

function noneLine(heading: Heading, reason: string): ReviewLine {
  const at = `headings/${heading.id}`;
  return line({
    id: `${at}/noneReason`,
    caption: '本月无此项任务',
    text: reason === '' ? '没写原因' : reason,
    places: [
      { path: at, label: WHOLE_HEADING },
      { path: `${at}/noneReason`, label: '原因' },
    ],
  });
}

function linesOfHeading(heading: Heading, content: HeadingContent): readonly ReviewLine[] {
  const lines = [
    ...(content.noneReason === null ? [] : [noneLine(heading, content.noneReason)]),
    ...targetLine(heading, content),
    ...content.items.map((item, index) => itemLine(heading, item, index)),
  ];
  if (lines.length > 0) return lines;
  const at = `headings/${heading.id}`;
  return [line({ id: at, text: '没填', isMissing: true, places: [{ path: at, label: WHOLE_HEADING }] })];
}

function headingPart(heading: Heading, content: HeadingContent): ReviewPart {
  return {
    id: heading.id,
    shortName: chineseNumber(heading.ordinal),
    title: `${headingMark(heading)}${heading.title}`,
    isNone: content.noneReason !== null && content.items.length === 0,
    lines: linesOfHeading(heading, content),
  };
}

function listPart(list: 'problems' | 'plans', texts: readonly TextLine[]): ReviewPart {
  const isProblems = list === 'problems';
  const whole = { path: list, label: '整个部分，可增减' };
  const lines = texts.map((text, index) =>
    line({
      id: `${list}/${text.id}`,
      caption: lineLabel(index),
      text: text.text,
      places: [{ path: `${list}/${text.id}`, label: '这一条' }, whole],
    }),
  );
  return {
    id: list,
    shortName: isProblems ? '问题' : '下月计划',
    title: isProblems ? '二、存在的问题' : '三、下月工作计划',
    isNone: false,
    lines: lines.length > 0 ? lines : [line({ id: list, text: '没填', isMissing: true, places: [whole] })],
  };
}

function signOffPart({ signer, date, sealAttachmentId }: ReportContent['signOff']): ReviewPart {
  const words = factsInLine(signer === '' ? '没落款' : signer, date === '' ? '没写日期' : formatFullDate(date));
  return {
    id: 'signOff',
    shortName: '落款',
    title: '落款',
    isNone: false,
    lines: [
      line({
        id: 'signOff',
        text: factsInLine(words, sealAttachmentId === null ? '' : '附了盖章页'),
        places: [
          { path: 'signOff', label: '整个落款' },
          { path: 'signOff/signer', label: FIELD_LABELS.signer },
          { path: 'signOff/date', label: FIELD_LABELS.date },
        ],
      }),
    ],
  };
}

/** The last line of every report: what concerns all of it. */
export const WHOLE_REPORT: ReviewPart = {
  id: 'whole',
  shortName: '整份',
  title: '整份月报',
  isNone: false,
  lines: [line({ id: 'whole', text: '对整份的意见写在这里，各处都能改。', places: [{ path: '', label: '整份' }] })],
};

/** A report as its reviewer reads it, part by part and line by line, in the order of the form (annex 1). */
export function reviewPartsOf(form: ReportForm, content: ReportContent): readonly ReviewPart[] {
  const headings = form.headings.flatMap((heading) => {
    const own = content.headings.find(({ id }) => id === heading.id);
    return own === undefined ? [] : [headingPart(heading, own)];
  });
  return [
    ...headings,
    listPart('problems', content.problems),
    listPart('plans', content.plans),
    signOffPart(content.signOff),
    WHOLE_REPORT,
  ];
}

/** The line at which a remark is shown: the first one that names its place, otherwise the whole report's. */
export function lineOfPath(parts: readonly ReviewPart[], path: string): string {
  const lines = parts.flatMap((part) => part.lines);
  const exact = lines.find((each) => each.places.some((place) => place.path === path));
  const within = lines.find((each) =>
    each.places.some((place) => place.path !== '' && path.startsWith(`${place.path}/`)),
  );
  return (exact ?? within)?.id ?? 'whole';
}

/** Whether a remark's place is still there in what is read now. */
export function hasPlace(parts: readonly ReviewPart[], path: string): boolean {
  return parts.some((part) => part.lines.some((each) => each.places.some((place) => place.path === path)));
}
