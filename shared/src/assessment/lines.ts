import { fractionText, parseFraction, roundHalfUp, sumOf, times, ZERO, type Fraction } from '../kernel';
import { scoreMonth, type Exact, type MonthCase, type TraceNode } from '../scoring';

/** The lines of annex 3 that a county scores itself on, in the order of the sheet. */
export const SHEET_LINES = ['completion', 'timeliness', 'information', 'adjustment'] as const;
export type SheetLine = (typeof SHEET_LINES)[number];

/** A line with its place on the printed sheet. Its points follow the ruling on Q2. */
export const SHEET_LINE_WORDS: Readonly<Record<SheetLine, { readonly ordinal: string; readonly title: string }>> = {
  completion: { ordinal: '一', title: '工作完成情况' },
  timeliness: { ordinal: '二', title: '按时报送材料' },
  information: { ordinal: '二', title: '报送信息' },
  adjustment: { ordinal: '三', title: '动态调整' },
};

/** The lines of a reviewed score: those of the sheet, and what the spot check took off (减分项, Q16). */
export const REVIEWED_LINES = [...SHEET_LINES, 'deduction'] as const;
export type ReviewedLine = (typeof REVIEWED_LINES)[number];

/** What a line is called wherever a score is read. */
export function lineTitle(line: ReviewedLine): string {
  return line === 'deduction' ? '减分项（抽查）' : SHEET_LINE_WORDS[line].title;
}

/** One line of a sheet: what the engine gives with why, and what the county gives itself. Two places. */
export interface LinePoints {
  readonly line: SheetLine;
  readonly engine: string;
  readonly self: string;
  /** The county typed its own number, because it disagrees. */
  readonly isTyped: boolean;
  /** What the line can reach, exactly. */
  readonly outOf: Exact;
  readonly node: TraceNode;
}

/** A sheet added up (Q29): the total before the factor, and what the factor makes of it as a footnote. */
export interface SheetPoints {
  readonly lines: readonly LinePoints[];
  /** Of the four lines, exact inside, rounded once. */
  readonly total: string;
  readonly exactTotal: Exact;
  readonly outOf: string;
  readonly weighted: string;
  readonly factor: Exact;
}

/** Scores that a county typed by line. */
export type TypedScores = Readonly<Partial<Record<SheetLine, string>>>;

/** A county's sheet of a case: the engine's points, with the county's own where it typed them. No deduction stands on it. */
export function sheetPoints(month: MonthCase, typed: TypedScores = {}): SheetPoints {
  const unchecked = { ...month, measures: month.measures.map((measure) => ({ ...measure, failedSpotCheck: false })) };
  const { trace, weighting } = scoreMonth(unchecked);
  const parts = SHEET_LINES.map((line) => ({ line, node: nodeIn(trace, line), own: typed[line] ?? null }));
  const total = sumOf(parts.map(({ node, own }) => exact(own ?? node.awarded)));
  const factor = factorOf(weighting);
  return {
    lines: parts.map(({ line, node, own }) => ({
      line,
      engine: twoPlaces(node.awarded),
      self: twoPlaces(own ?? node.awarded),
      isTyped: own !== null,
      outOf: node.outOf,
      node,
    })),
    total: roundHalfUp(total),
    exactTotal: fractionText(total),
    outOf: roundHalfUp(sumOf(parts.map(({ node }) => exact(node.outOf)))),
    weighted: roundHalfUp(times(total, exact(factor))),
    factor,
  };
}

/** The node of a rule; every month has one for each line. */
export function nodeIn(trace: readonly TraceNode[], rule: TraceNode['rule']): TraceNode {
  const node = trace.find((each) => each.rule === rule);
  if (node === undefined) throw new RangeError(`No rule: ${rule}`);
  return node;
}

/** What a rule awarded, two places. */
export function pointsIn(trace: readonly TraceNode[], rule: TraceNode['rule']): string {
  return twoPlaces(nodeIn(trace, rule).awarded);
}

/** A measure's equal share of the points for completion, two places. */
export function shareOf(month: MonthCase): string {
  const { trace } = scoreMonth(month);
  const count = month.measures.length;
  const share = parseFraction(`1/${String(Math.max(1, count))}`) ?? ZERO;
  return roundHalfUp(times(exact(nodeIn(trace, 'completion').outOf), share));
}

function factorOf({ because }: TraceNode): Exact {
  const fact = because.find((each) => each.kind === 'factor');
  return fact?.kind === 'factor' ? fact.factor : '1';
}

/** Points as an exact number. Throws a RangeError for what is none. */
export function exact(value: Exact): Fraction {
  const fraction = parseFraction(value);
  if (fraction === null) throw new RangeError(`No points: ${value}`);
  return fraction;
}

/** Exact points as they are shown: two places, rounded half up. */
export function twoPlaces(points: Exact): string {
  return roundHalfUp(exact(points));
}

/** Points of two places as whole hundredths, as columns keep them. */
export function hundredthsOf(points: string): number {
  const value = times(exact(points), exact('100'));
  return Number(fractionText(value));
}

/** Whole hundredths, as columns keep them, as points of two places. */
export function pointsOfHundredths(hundredths: number): string {
  return roundHalfUp(times(exact(String(hundredths)), exact('1/100')));
}
