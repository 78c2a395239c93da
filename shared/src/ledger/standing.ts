import { daysBetween, type DateText, type Period } from '../kernel';
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
