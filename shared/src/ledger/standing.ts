import { daysBetween, percentOf, type DateText, type Period } from '../kernel';
import { nodeOf, type MonthPlan } from './measure';
import type { RowState } from './states';

/** How a month of a measure stands against its day (art. 12): 完成, 按计划推进, 正常, 快到期, 过期没完成. */
export const DEADLINE_STANDINGS = ['done', 'on-schedule', 'on-track', 'at-risk', 'late'] as const;
export type DeadlineStanding = (typeof DEADLINE_STANDINGS)[number];

/** Days before its day from which a month that is not done is at risk, inclusive. */
const AT_RISK_DAYS = 3;

type Standing = Pick<MonthPlan, 'period' | 'nodeOn'> & { readonly state: RowState };

/** How a row stands on a day. Its own day still counts as in time. */
export function deadlineStanding(row: Standing, today: DateText): DeadlineStanding {
  if (row.state === 'done') return 'done';
  const left = daysBetween(today, nodeOf(row));
  if (left < 0) return 'late';
  if (row.state === 'on-schedule') return 'on-schedule';
  return left <= AT_RISK_DAYS ? 'at-risk' : 'on-track';
}

/** How many rows stand how (R24). */
export type DeadlineCounts = Readonly<Record<DeadlineStanding, number>>;

/** Counts a month's or a year's rows by how they stand on a day. */
export function countDeadlines(rows: readonly Standing[], today: DateText): DeadlineCounts {
  const counts = { done: 0, 'on-schedule': 0, 'on-track': 0, 'at-risk': 0, late: 0 };
  for (const row of rows) counts[deadlineStanding(row, today)] += 1;
  return counts;
}

/** How a month's rows of all units within sight stand. */
export interface MonthDeadlines {
  readonly period: Period;
  readonly counts: DeadlineCounts;
}

/** How a month stands beside the one before it: what is done of what was planned, in percent with two places. */
export interface DeadlineTrend {
  readonly period: Period;
  readonly total: number;
  readonly done: number;
  readonly percent: string;
  readonly atRisk: number;
  readonly late: number;
  readonly before: { readonly period: Period; readonly percent: string } | null;
}

/** Which way things go (研判任务推进态势, art. 12) in a month of the year; null where nothing was planned in it. */
export function deadlineTrend(months: readonly MonthDeadlines[], period: Period): DeadlineTrend | null {
  const at = months.findIndex((month) => month.period === period);
  const counts = months[at]?.counts;
  const percent = counts === undefined ? null : percentDone(counts);
  if (counts === undefined || percent === null) return null;
  const earlier = months[at - 1];
  const percentBefore = earlier === undefined ? null : percentDone(earlier.counts);
  return {
    period,
    total: totalOf(counts),
    done: counts.done,
    percent,
    atRisk: counts['at-risk'],
    late: counts.late,
    before: earlier === undefined || percentBefore === null ? null : { period: earlier.period, percent: percentBefore },
  };
}

function totalOf(counts: DeadlineCounts): number {
  return DEADLINE_STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);
}

function percentDone(counts: DeadlineCounts): string | null {
  return percentOf(String(counts.done), String(totalOf(counts)));
}

/** How a unit's month looks in the year's table: 全完成, 过月没完成, 本月, 还没到, 没列措施. */
export type MonthStanding = 'all-done' | 'undone' | 'current' | 'ahead' | 'none';

/** How a month with `total` measures, `done` of them, stands in the month that runs now. A row 按计划推进 is not undone. */
export function monthStanding(
  month: { readonly period: Period; readonly total: number; readonly done: number; readonly onSchedule: number },
  current: Period,
): MonthStanding {
  const { period, total, done, onSchedule } = month;
  if (total === 0) return 'none';
  if (period > current) return 'ahead';
  if (done + onSchedule >= total && (period < current || done === total)) return 'all-done';
  return period === current ? 'current' : 'undone';
}
