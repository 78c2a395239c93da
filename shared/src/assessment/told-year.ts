import { fractionText, parseFraction, sumOf, type Instant } from '../kernel';
import { ruledBy } from '../rulings';
import { scoreYear, type Names, type Ruled, type TraceNode, type YearCase } from '../scoring';
import type { AnnualInnovation, AnnualMonthView, AnnualRow, AnnualView } from './api';
import { nodeIn } from './lines';

/** A county's year in numbers, each with why. */
export interface ToldYear {
  /** What would come out now, or what was fixed. */
  readonly label: string;
  readonly taskPart: string;
  readonly innovation: string;
  readonly total: string;
  /** What it can reach, exactly. */
  readonly outOf: string;
  readonly trace: readonly TraceNode[];
  /** The rulings that it follows, as they stood when it was fixed. */
  readonly ruled: Ruled;
  /** It was fixed: what would have changed it can be done no more. */
  readonly isPast: boolean;
}

/** One part of a year: what it came to, and why. */
export interface YearLine {
  readonly title: string;
  readonly points: string;
  readonly node: TraceNode;
}

/** What a year is told from beside its row. */
type YearFrame = Pick<AnnualView, 'register' | 'serverNow'>;

/** A county's year as it holds, or as it would come out now; null where its reader is told nothing yet. */
export function toldYear(view: YearFrame, { results, preview }: AnnualRow): ToldYear | null {
  const fixed = results.at(-1);
  if (fixed !== undefined) {
    const label = fixed.kind === 'final' ? '年度成绩' : '更正后的年度成绩';
    return { ...told(view, fixed.year, fixed.at), label, isPast: true };
  }
  return preview === null ? null : { ...told(view, preview, view.serverNow), label: '按现在的记录算', isPast: false };
}

function told({ register }: YearFrame, year: YearCase, at: Instant): Omit<ToldYear, 'label' | 'isPast'> {
  const { taskPart, innovation, total, trace } = scoreYear(year);
  const most = sumOf(trace.flatMap(({ outOf }) => parseFraction(outOf) ?? []));
  return { taskPart, innovation, total, trace, outOf: fractionText(most), ruled: ruledBy(register, year, at) };
}

/** The parts of a year, each with why. */
export function yearLines({ taskPart, innovation, trace }: ToldYear): readonly YearLine[] {
  return [
    { title: '任务完成情况', points: taskPart, node: nodeIn(trace, 'taskPart') },
    { title: '创新性举措', points: innovation, node: nodeIn(trace, 'innovation') },
  ];
}

/** What the ids of a year are called. */
export function yearNames({ innovations }: AnnualRow): Names {
  return Object.fromEntries(innovations.map(({ id, title }) => [id, title]));
}

/** `已通报2个月，没完4个月，没有得分3个月`. */
export function monthSums({ months }: AnnualRow): string {
  const count = (standing: AnnualRow['months'][number]['standing']): number =>
    months.filter((month) => month.standing === standing).length;
  const parts = [
    ['已通报', count('scored')],
    ['没办完', count('unfinished')],
    ['没有得分', count('missing')],
  ] as const;
  return parts
    .filter(([, many]) => many > 0)
    .map(([words, many]) => `${words}${String(many)}个月`)
    .join('，');
}

/** What the months of a year say: `65.00`, `更正 65.00`, with `还没通报` where it is not told yet, or why there is no score. */
export function monthWords(
  { missing }: Pick<AnnualRow, 'missing'>,
  { month, score, standing }: AnnualMonthView,
): string {
  if (score !== null) {
    return `${score.isCorrected ? '更正 ' : ''}${score.raw}${standing === 'unfinished' ? '，还没通报' : ''}`;
  }
  const reason = missing.find((each) => each.month === month)?.reason;
  return standing === 'missing' ? `没有得分，按0分${reason === undefined ? '' : `：${reason}`}` : '没办完';
}

/** Whether an innovation counts in the result that holds, and where a correction took it out, why. */
export function innovationWords({ results }: Pick<AnnualRow, 'results'>, { id, approved }: AnnualInnovation): string {
  if (!approved) return '没认定';
  const holds = results.at(-1);
  const isOut = holds?.kind === 'correction' && holds.year.innovations.some((each) => each.id === id && !each.approved);
  return isOut ? `认定过，更正后不再计：${holds.reason}` : '已认定';
}
