import { addDays, addMonths, isWholeNumber, type DateText, type Period } from '../kernel';
import { lastDayInTime, rulesFor, type ObligationSettings } from '../obligations';
import type { Evidence } from './evidence';
import type { RowState } from './states';

/** A number that a measure is to reach: `12`户. */
export interface MeasureTarget {
  /** A whole number as text, above zero. */
  readonly goal: string;
  readonly unit: string;
}

/** One of the 措施 that a key task was broken down to (art. 1, 9): what is done, and who answers for it. */
export interface MeasureFacts {
  /** 重点任务. */
  readonly task: string;
  readonly headingId: string;
  readonly title: string;
  /** 责任单位. */
  readonly unitId: string;
  /** 分管领导, 责任科室, 工作方案, 工作联系人: empty while not named. */
  readonly leader: string;
  readonly section: string;
  readonly scheme: string;
  readonly contact: string;
  readonly target: MeasureTarget | null;
}

/** What a measure asks of one month (art. 9): 工作目标, 时间表, 路线图, 具体内容. */
export interface MonthPlan {
  readonly period: Period;
  readonly goal: string;
  readonly timetable: string;
  readonly route: string;
  readonly detail: string;
  /** The day by which it is to be done (完成时限); null leaves the month's last day. */
  readonly nodeOn: DateText | null;
}

/** A measure with its months, as the year's plan (总台账) has it. The number stays with it for ever. */
export interface PlannedMeasure extends MeasureFacts {
  readonly number: number;
  readonly months: readonly MonthPlan[];
}

/** The two figures of a ratio that the measure's heading asks for (annex 1, heading eight), and of which day they are. */
export interface RatioFigures {
  /** Whole numbers as typed text without separators; empty while not filled. */
  readonly numerator: string;
  readonly denominator: string;
  readonly asOf: DateText | '';
}

/** What the unit says of a month: 具体工作内容, 工作成果, the figure reached, 佐证. */
export interface Completion {
  readonly work: string;
  readonly result: string;
  /** A whole number as text; empty where none is asked or none is given. */
  readonly figure: string;
  readonly evidence: readonly Evidence[];
  /** Left out where no ratio is asked or nothing of it is given. */
  readonly ratio?: RatioFigures;
}

/** One month of one measure: the plan, and how it went. */
export interface LedgerRow extends MonthPlan, Completion {
  readonly state: RowState;
}

/** The 六个一 (art. 9), in the order of the regulation. */
export const SIX_ONES = ['title', 'unitId', 'leader', 'section', 'scheme', 'contact'] as const;
export type OneOfSix = (typeof SIX_ONES)[number];

/** 措施, 责任单位, 分管领导, 责任科室, 工作方案, 工作联系人. */
export const SIX_ONES_LABELS: Readonly<Record<OneOfSix, string>> = {
  title: '措施',
  unitId: '责任单位',
  leader: '分管领导',
  section: '责任科室',
  scheme: '工作方案',
  contact: '工作联系人',
};

/** The four of the six that a unit fills in itself; a measure always has its name and its unit. */
export const OWN_ONES = ['leader', 'section', 'scheme', 'contact'] as const;
export type OwnOne = (typeof OWN_ONES)[number];

/** Which of the six are missing. A gap is named and never stops anything. */
export function missingOnes(measure: Pick<MeasureFacts, OneOfSix>): readonly OneOfSix[] {
  return SIX_ONES.filter((one) => measure[one] === '');
}

/** Limits of what is entered, inclusive; text in code points. */
export const LEDGER_LIMITS = {
  task: 200,
  title: 200,
  one: 100,
  goal: 500,
  timetable: 200,
  route: 1000,
  detail: 2000,
  work: 2000,
  result: 1000,
  targetUnit: 10,
  figureDigits: 9,
  evidence: 20,
  evidenceTitle: 200,
  reason: 200,
  measures: 20_000,
} as const;

/** What of a counted measure's goal is still missing; null where no number is asked. A figure that is not given is none. */
export function leftOf(target: MeasureTarget | null, figure: string): number | null {
  if (target === null) return null;
  return Math.max(0, Number(target.goal) - (isWholeNumber(figure) ? Number(figure) : 0));
}

/** `3/4场` where a counted measure is below its goal, `没填完成数` where it has no figure; null otherwise. */
export function shortWords(target: MeasureTarget | null, figure: string): string | null {
  if (target === null || leftOf(target, figure) === 0) return null;
  return figure === '' ? '没填完成数' : `${figure}/${target.goal}${target.unit}`;
}

/** The day by which a month of a measure is to be done: its own, else the month's last. */
export function nodeOf({ period, nodeOn }: Pick<MonthPlan, 'period' | 'nodeOn'>): DateText {
  return nodeOn ?? addDays(`${addMonths(period, 1)}-01`, -1);
}

/**
 * The last day of a month that counts for its score (Q6): the day on which the self-assessment is due, else the report.
 * Null when nothing is due in that month.
 */
export function cutOffOf(settings: ObligationSettings, period: Period): DateText | null {
  const rules = rulesFor(settings, period);
  const rule =
    rules.find(({ kind }) => kind === 'self-assessment') ?? rules.find(({ kind }) => kind === 'monthly-report');
  return rule === undefined ? null : lastDayInTime(rule, period, settings.calendar);
}
