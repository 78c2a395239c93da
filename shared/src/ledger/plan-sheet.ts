import { formatPeriod } from '../kernel';
import type { Sheet } from '../sheets';
import { headingLabel } from './headings';
import type { MonthPlan, PlannedMeasure } from './measure';
import { LEDGER_COLUMNS, LEDGER_SHEET, type LedgerColumn } from './plan-columns';
import type { PlanContext } from './plan-reading';

/** The year's plan as a list for Excel, which could be imported again and would change nothing. */
export function ledgerSheet(context: Pick<PlanContext, 'headings' | 'units' | 'plan'>): Sheet {
  const rows = context.plan.flatMap((measure) => measure.months.map((month) => rowOf(measure, month, context)));
  const titles = LEDGER_COLUMNS.map(({ title }) => title);
  return { name: LEDGER_SHEET, rows: [titles, ...rows.map((row) => titles.map((title) => row[title]))] };
}

function rowOf(
  measure: PlannedMeasure,
  month: MonthPlan,
  { headings, units }: Pick<PlanContext, 'headings' | 'units'>,
): Readonly<Record<LedgerColumn, string>> {
  const heading = headings.find(({ id }) => id === measure.headingId);
  return {
    编号: String(measure.number),
    重点任务: measure.task,
    任务标题: heading === undefined ? '' : headingLabel(heading),
    措施: measure.title,
    责任单位: units.find(({ id }) => id === measure.unitId)?.name ?? '',
    分管领导: measure.leader,
    责任科室: measure.section,
    工作方案: measure.scheme,
    工作联系人: measure.contact,
    目标数: measure.target?.goal ?? '',
    计量单位: measure.target?.unit ?? '',
    月份: formatPeriod(month.period),
    工作目标: month.goal,
    时间表: month.timetable,
    完成时限: month.nodeOn ?? '',
    路线图: month.route,
    具体内容: month.detail,
  };
}
