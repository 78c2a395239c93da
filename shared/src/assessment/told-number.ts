import { fractionText, quoted, times, type Instant } from '../kernel';
import { ruledBy } from '../rulings';
import {
  scoreMonth,
  type Exact,
  type MonthCase,
  type Names,
  type RuleName,
  type Ruled,
  type TraceNode,
} from '../scoring';
import type { AssessmentView, ReviewOfSheetView, SheetView } from './api';
import { isReviewInForce, isScoreInForce } from './history';
import {
  exact,
  hundredthsOf,
  lineTitle,
  nodeIn,
  pointsIn,
  REVIEWED_LINES,
  SHEET_LINE_WORDS,
  sheetPoints,
  type ReviewedLine,
} from './lines';
import { namesOf, readingsOf, type MonthRecords } from './records';
import { caseToFix, countsByRecords, LINE_OF_SUBJECT, withVerdicts, type Verdict } from './review';

/** A number of a county's month: 自评, 复核, what 定稿 would fix now, or one that was fixed, by its number. */
export type NumberKey = 'self' | 'reviewed' | 'coming' | number;

/** A line of a number, with why. */
export interface ToldLine {
  readonly rule: RuleName;
  readonly title: string;
  readonly points: string;
  readonly outOf: Exact;
  readonly note: string | null;
  /** The lead unit's own words. */
  readonly reasons: readonly string[];
  readonly node: TraceNode;
  readonly readings: readonly string[];
  /** Whose findings of the month stand behind it; null where no spot check can have. */
  readonly found: Pick<AssessmentView, 'period' | 'unitId'> | null;
}

/** A number with everything that it was made from. */
export interface ToldNumber {
  readonly label: string;
  readonly total: string;
  readonly outOf: string;
  readonly weighted: string;
  readonly factor: Exact;
  readonly lines: readonly ToldLine[];
  readonly weighting: TraceNode;
  readonly by: string;
  readonly at: Instant | null;
  readonly reason: string;
  /** The rulings that it follows, as they stood when it was made. */
  readonly ruled: Ruled;
  /** It was fixed: what would have changed it can be done no more. */
  readonly isPast: boolean;
}

/** What a fixed number is told from: the month as it was handed in, reviewed and fixed, and what its ids are called. */
export interface FixedSource extends Pick<
  AssessmentView,
  'unitId' | 'period' | 'serverNow' | 'isDrawn' | 'sheet' | 'review' | 'scores' | 'register'
> {
  readonly records: Pick<MonthRecords, 'obligations' | 'isLenient'>;
  readonly names: Names;
}

/**
 * The number that holds now: what was fixed last, else what was reviewed, with what the spot check took since, else what
 * was handed in.
 */
export function standingKey(view: AssessmentView): NumberKey | null {
  const { scores, review, sheet, state } = view;
  const score = isScoreInForce(state) ? scores.at(-1) : undefined;
  if (score !== undefined) return score.number;
  if (review !== null && isReviewInForce(state)) {
    return toldNumber(view, 'coming')?.total === toldNumber(view, 'reviewed')?.total ? 'reviewed' : 'coming';
  }
  return sheet === null ? null : 'self';
}

/** A number of a month with its trace; null when the reader's month has no such number. */
export function toldNumber(view: AssessmentView, key: NumberKey): ToldNumber | null {
  const { sheet } = view;
  if (key === 'self') {
    return sheet === null ? null : ofSheet(view, sheet);
  }
  if (key === 'reviewed' || key === 'coming') return ofReview(view, key);
  return toldScore(sourceOf(view), key);
}

/** A number that was fixed, with its trace; null when the month has none of that number. */
export function toldScore(source: FixedSource, key: number): ToldNumber | null {
  const score = source.scores.find(({ number }) => number === key);
  if (score === undefined) return null;
  const { kind, month, byUnit: by, at, reason } = score;
  const label = kind === 'final' ? '定稿得分' : '更正后得分';
  const ruled = ruledBy(source.register, month, at);
  return { ...ofCase(source, month, kind === 'correction'), label, by, at, reason, ruled, isPast: true };
}

/** What was reviewed: as it was then, or with what the spot check found since and today's rulings. */
function ofReview(view: AssessmentView, key: 'reviewed' | 'coming'): ToldNumber | null {
  const { review, records } = view;
  if (review?.isConfirmed !== true) return null;
  const { month, label } =
    key === 'coming'
      ? { month: caseToFix(review.month, records), label: '照现在定稿得分' }
      : { month: review.month, label: '复核得分' };
  const judged = ofCase(sourceOf(view), withVerdicts(month, review.review.verdicts));
  const ruled = ruledBy(view.register, month, key === 'coming' ? view.serverNow : review.at);
  return { ...judged, label, by: review.byUnit, at: review.at, reason: '', ruled, isPast: false };
}

function sourceOf(view: AssessmentView): FixedSource {
  return { ...view, names: namesOf(view.records) };
}

function ofSheet(view: AssessmentView, { content, byName, receivedAt }: SheetView): ToldNumber {
  const { month, draft } = content;
  const { lines, total, outOf, weighted, factor } = sheetPoints(month, draft.scores);
  return {
    label: '自评总分',
    total,
    outOf,
    weighted,
    factor,
    lines: lines.map(({ line, self, engine, isTyped, outOf: most, node }) => ({
      rule: line,
      title: SHEET_LINE_WORDS[line].title,
      points: self,
      outOf: most,
      note: isTyped ? `自己填的，系统算${engine}` : null,
      reasons: [],
      node,
      readings: readingsFor(view, line, month),
      found: null,
    })),
    weighting: scoreMonth(month).weighting,
    by: byName,
    at: receivedAt,
    reason: draft.remark,
    ruled: ruledBy(view.register, month, receivedAt),
    isPast: false,
  };
}

/** A case on the reviewer's desk as a number with its trace. */
export function toldOnDesk(view: AssessmentView, label: string, month: MonthCase): ToldNumber {
  const ruled = ruledBy(view.register, month, view.serverNow);
  return { ...ofCase(sourceOf(view), month), label, by: '', at: null, reason: '', ruled, isPast: false };
}

function ofCase(
  view: FixedSource,
  month: MonthCase,
  isCorrected = false,
): Omit<ToldNumber, 'label' | 'by' | 'at' | 'reason' | 'ruled' | 'isPast'> {
  const { raw, score, trace, weighting } = scoreMonth(month);
  const { outOf, factor } = sheetPoints(month);
  const sheet = view.sheet?.content;
  const self = sheet === undefined ? [] : sheetPoints(sheet.month, sheet.draft.scores).lines;
  return {
    total: raw.total,
    outOf,
    weighted: score,
    factor,
    lines: REVIEWED_LINES.map((rule): ToldLine => {
      const node = nodeIn(trace, rule);
      const points = pointsIn(trace, rule);
      const own = self.find(({ line }) => line === rule)?.self ?? points;
      return {
        rule,
        title: lineTitle(rule),
        points,
        outOf: node.outOf,
        note: own === points ? null : `自评${own}`,
        reasons: isCorrected ? remarksLeft(view, rule, month) : reasonsFor(view, rule),
        node,
        readings: readingsFor(view, rule, month),
        found: rule === 'deduction' && view.isDrawn ? view : null,
      };
    }),
    weighting,
  };
}

function reasonsFor({ review, names }: FixedSource, line: ReviewedLine): readonly string[] {
  if (review?.isConfirmed !== true) return [];
  const { verdicts, reasons } = review.review;
  const said = verdicts.filter(({ subject, reason }) => LINE_OF_SUBJECT[subject] === line && reason !== '');
  const own = line === 'deduction' ? undefined : reasons[line];
  return [
    ...said.map(({ id, reason }) => `${quoted(names[id] ?? '')}，${reason}`),
    ...(own === undefined ? [] : [own]),
  ];
}

/** The same beside a corrected number: what the correction refuted belongs to the number before it. */
function remarksLeft(source: FixedSource, line: ReviewedLine, month: MonthCase): readonly string[] {
  const { review } = source;
  if (review === null) return [];
  const verdicts = review.review.verdicts.filter((verdict) => isSaidOf(month, verdict));
  const reasons = isAsReviewed(review, line, month) ? review.review.reasons : {};
  return reasonsFor({ ...source, review: { ...review, review: { verdicts, reasons } } }, line);
}

/** Whether a case counts a thing as the verdict says; what was let go is in no case. */
function isSaidOf(month: MonthCase, { subject, id, counts }: Verdict): boolean {
  return (countsByRecords(month, subject, id) ?? false) === counts;
}

function isAsReviewed({ month, review }: ReviewOfSheetView, line: ReviewedLine, fixed: MonthCase): boolean {
  const points = (of: MonthCase): string => pointsIn(scoreMonth(of).trace, line);
  return points(withVerdicts(month, review.verdicts)) === points(fixed);
}

/** How the text is read for a line of a case, beside what was ruled (Q7). */
export function readingsFor(
  { records, serverNow }: Pick<FixedSource, 'records' | 'serverNow'>,
  line: ReviewedLine,
  month: MonthCase,
): readonly string[] {
  return line === 'timeliness' ? readingsOf(records, month, serverNow) : [];
}

/** The lines of a number, with what the factor makes of their total as the last one. */
export function linesOf({ lines, outOf: most, weighted, factor, weighting }: ToldNumber): readonly ToldLine[] {
  const title = weightedLabel(factor);
  if (title === null) return lines;
  const outOf = fractionText(times(exact(most), exact(factor)));
  const rule = 'monthlyFactor';
  return [
    ...lines,
    { rule, title, points: weighted, outOf, note: null, reasons: [], node: weighting, readings: [], found: null },
  ];
}

/** What is said of a total whose parts, as they are shown, come to another number; null where they come to it. */
export function sumNote({ lines, total }: ToldNumber): string | null {
  const sum = lines.reduce((points, line) => points + hundredthsOf(line.points), 0);
  return sum === hundredthsOf(total) ? null : '总分按没有取整的数相加';
}

/** `折算70%后`; null where nothing is taken by a factor. */
export function weightedLabel(factor: Exact): string | null {
  return factor === '1' ? null : `折算${percentText(factor)}后`;
}

/** `7/10` as `70%`. */
function percentText(factor: Exact): string {
  const [part = '1', whole = '1'] = factor.split('/');
  return `${String(Math.round((Number(part) / Number(whole)) * 10_000) / 100)}%`;
}
