import { fractionText, times, type Instant } from '../kernel';
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
import type { AssessmentView, ReviewOfSheetView, ScoreView, SheetView } from './api';
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
  type LinePoints,
  type ReviewedLine,
} from './lines';
import { namesOf, readingsOf, type MonthRecords } from './records';
import { caseToFix, withVerdicts } from './review';
import type { AssessmentState } from './states';
import { remarksAt, remarksFixed, remarksOf } from './told-remarks';

/** What the county's own total is called. */
export const SELF_LABEL = '自评总分';

/** A number of a county's month: 自评, 复核, what 定稿 would fix now, or one that was fixed, by its number. */
export type NumberKey = 'self' | 'reviewed' | 'coming' | number;

/** The key of a number that is on record. */
export type StoredKey = Exclude<NumberKey, 'coming'>;

/** A line of a number, with why. */
export interface ToldLine {
  readonly rule: RuleName;
  readonly title: string;
  readonly points: string;
  readonly outOf: Exact;
  readonly note: string | null;
  /** The lead unit's own words, with where they were said: 复核, 更正. */
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
  /** Its month is fixed: what would have changed it can be done no more. */
  readonly isPast: boolean;
}

/** What a number on record is told from: the month as it was handed in, reviewed and fixed, and what its ids are called. */
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

/** The numbers that tell a month: everything that was fixed while that holds, else the review, else the sheet. */
export function storedKeys(
  { scores, review, sheet }: Pick<FixedSource, 'scores' | 'review' | 'sheet'>,
  state: AssessmentState,
): readonly StoredKey[] {
  if (isScoreInForce(state)) return scores.map(({ number }) => number);
  if (review !== null && isReviewInForce(state)) return ['reviewed'];
  return sheet === null ? [] : ['self'];
}

/** A number of a month with its trace; null when the reader's month has no such number. */
export function toldNumber(view: AssessmentView, key: NumberKey): ToldNumber | null {
  const source = sourceOf(view);
  if (key !== 'coming') return toldStored(source, key);
  const { review, records, serverNow } = view;
  if (review?.isConfirmed !== true) return null;
  const month = caseToFix(review.month, records);
  return { ...ofReview(source, { ...review, month }, serverNow), label: '照现在定稿得分', isPast: false };
}

/** A number that is on record, with its trace; null when the month has none of that key. */
export function toldStored(source: FixedSource, key: StoredKey): ToldNumber | null {
  const { sheet, review, scores } = source;
  if (key === 'self') return sheet === null ? null : ofSheet(source, sheet);
  if (key === 'reviewed') return review?.isConfirmed === true ? ofReview(source, review, review.at) : null;
  const score = scores.find(({ number }) => number === key);
  return score === undefined ? null : ofScore(source, score);
}

function ofScore(source: FixedSource, score: ScoreView): ToldNumber {
  const { kind, month, byUnit: by, at, reason } = score;
  const isCorrection = kind === 'correction';
  return {
    ...ofCase(source, month, (line) => (isCorrection ? remarksAt : remarksFixed)(source, line, score)),
    label: isCorrection ? '更正后得分' : '定稿得分',
    by,
    at,
    reason,
    ruled: ruledBy(source.register, month, at),
    isPast: true,
  };
}

/** What was reviewed, by the rulings of a moment: as it was then, or with what was found and ruled since. */
function ofReview(
  source: FixedSource,
  { month, review, byUnit: by, at }: ReviewOfSheetView,
  asOf: Instant,
): ToldNumber {
  return {
    ...ofCase(source, withVerdicts(month, review.verdicts), (line) => remarksOf(source, line)),
    label: '复核得分',
    by,
    at,
    reason: '',
    ruled: ruledBy(source.register, month, asOf),
    isPast: isFixed(source),
  };
}

/** What everything in a month's numbers is called. */
export function namesIn({ records, formerNames }: Pick<AssessmentView, 'records' | 'formerNames'>): Names {
  return { ...formerNames, ...namesOf(records) };
}

function sourceOf(view: AssessmentView): FixedSource {
  return { ...view, names: namesIn(view) };
}

function ofSheet(view: FixedSource, { content, byName, receivedAt, entry }: SheetView): ToldNumber {
  const { month, draft } = content;
  const { lines, total, outOf, weighted, factor } = sheetPoints(month, draft.scores);
  return {
    label: SELF_LABEL,
    total,
    outOf,
    weighted,
    factor,
    lines: lines.map((each) => ({
      rule: each.line,
      title: SHEET_LINE_WORDS[each.line].title,
      points: each.self,
      outOf: each.outOf,
      note: ownNote(each, entry),
      reasons: [],
      node: each.node,
      readings: readingsFor(view, each.line, month),
      found: null,
    })),
    weighting: scoreMonth(month).weighting,
    by: entry === null ? byName : `${entry.by}代录`,
    at: receivedAt,
    reason: draft.remark,
    ruled: ruledBy(view.register, month, receivedAt),
    isPast: isFixed(view),
  };
}

/** `自己填的，系统算34.29`: what stands beside a number that differs from the engine's. */
export function ownNote({ isTyped, self, engine }: LinePoints, entry: SheetView['entry']): string | null {
  if (self === engine) return null;
  if (entry !== null) return `写在原件上的，系统算${engine}`;
  return isTyped ? `自己填的，系统算${engine}` : null;
}

/** Whether a month was made final: what would have changed its earlier numbers can be done no more either. */
function isFixed({ scores }: FixedSource): boolean {
  return scores.length > 0;
}

/** A case on the reviewer's desk as a number with its trace. */
export function toldOnDesk(view: AssessmentView, label: string, month: MonthCase): ToldNumber {
  const source = sourceOf(view);
  const ruled = ruledBy(view.register, month, view.serverNow);
  return {
    ...ofCase(source, month, (line) => remarksOf(source, line)),
    label,
    by: '',
    at: null,
    reason: '',
    ruled,
    isPast: false,
  };
}

function ofCase(
  view: FixedSource,
  month: MonthCase,
  remarks: (line: ReviewedLine) => readonly string[],
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
        reasons: remarks(rule),
        node,
        readings: readingsFor(view, rule, month),
        found: rule === 'deduction' && view.isDrawn ? view : null,
      };
    }),
    weighting,
  };
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
