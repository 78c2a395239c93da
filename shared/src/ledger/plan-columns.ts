import type { SheetColumn } from '../sheets';
import { LEDGER_LIMITS } from './measure';

/** The sheet of the year's plan. */
export const LEDGER_SHEET = '总台账';

/** The columns of the plan, in the order of the template: one row a measure and month. */
export const LEDGER_COLUMNS = [
  { title: '编号', isRequired: false, limit: 6 },
  { title: '重点任务', isRequired: true, limit: LEDGER_LIMITS.task },
  { title: '任务标题', isRequired: true, limit: LEDGER_LIMITS.task },
  { title: '措施', isRequired: true, limit: LEDGER_LIMITS.title },
  { title: '责任单位', isRequired: true, limit: 100 },
  { title: '分管领导', isRequired: false, limit: LEDGER_LIMITS.one },
  { title: '责任科室', isRequired: false, limit: LEDGER_LIMITS.one },
  { title: '工作方案', isRequired: false, limit: LEDGER_LIMITS.one },
  { title: '工作联系人', isRequired: false, limit: LEDGER_LIMITS.one },
  { title: '目标数', isRequired: false, limit: LEDGER_LIMITS.figureDigits },
  { title: '计量单位', isRequired: false, limit: LEDGER_LIMITS.targetUnit },
  { title: '月份', isRequired: true, limit: 20 },
  { title: '工作目标', isRequired: true, limit: LEDGER_LIMITS.goal, kind: 'lines' },
  { title: '时间表', isRequired: false, limit: LEDGER_LIMITS.timetable },
  { title: '完成时限', isRequired: false, limit: 20, kind: 'date' },
  { title: '路线图', isRequired: false, limit: LEDGER_LIMITS.route, kind: 'lines' },
  { title: '具体内容', isRequired: false, limit: LEDGER_LIMITS.detail, kind: 'lines' },
] as const satisfies readonly SheetColumn[];

/** What a column of the plan is called. */
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number]['title'];

/** The columns that say the same in every row of a measure. */
export const MEASURE_COLUMNS = [
  '重点任务',
  '任务标题',
  '措施',
  '责任单位',
  '分管领导',
  '责任科室',
  '工作方案',
  '工作联系人',
  '目标数',
  '计量单位',
] as const satisfies readonly LedgerColumn[];
