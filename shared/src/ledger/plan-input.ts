import type { Sheet } from '../sheets';
import type { MeasureInput, MonthInput } from './api';
import { LEDGER_COLUMNS, LEDGER_SHEET, type LedgerColumn } from './plan-columns';

/** One measure as it is typed in the app, as rows of a list: so that the same rules read both. */
export function measureSheet(number: number | null, measure: MeasureInput): Sheet {
  const titles = LEDGER_COLUMNS.map(({ title }) => title);
  const rows = measure.months.map((month) => rowOf(number, measure, month));
  return { name: LEDGER_SHEET, rows: [titles, ...rows.map((row) => titles.map((title) => row[title]))] };
}

function rowOf(
  number: number | null,
  measure: MeasureInput,
  month: MonthInput,
): Readonly<Record<LedgerColumn, string>> {
  return {
    编号: number === null ? '' : String(number),
    重点任务: measure.task,
    任务标题: measure.heading,
    措施: measure.title,
    责任单位: measure.unit,
    分管领导: measure.leader,
    责任科室: measure.section,
    工作方案: measure.scheme,
    工作联系人: measure.contact,
    目标数: measure.targetGoal,
    计量单位: measure.targetUnit,
    月份: month.month,
    工作目标: month.goal,
    时间表: month.timetable,
    完成时限: month.nodeOn,
    路线图: month.route,
    具体内容: month.detail,
  };
}
