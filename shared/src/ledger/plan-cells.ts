import { formatPeriod, halfWidth, isDateText, plainFigure, quoted, type DateText, type Period } from '../kernel';
import { LEDGER_LIMITS, type MeasureTarget } from './measure';

/** A cell that was understood, or why it was not. */
export type Cell<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

function read<T>(value: T): Cell<T> {
  return { ok: true, value };
}

function not(reason: string): Cell<never> {
  return { ok: false, reason };
}

/** The months of a cycle. */
export interface Cycle {
  readonly year: number;
  readonly firstPeriod: Period;
  readonly lastPeriod: Period;
}

const MONTH = /^(?:(\d{4})\s*(?:年|-|\/|\.)\s*)?(\d{1,2})\s*(?:月份?)?$/;

/** `5月`, `5`, `2022-05`, `2022年5月` as a month of the cycle. */
export function monthIn(text: string, cycle: Cycle): Cell<Period> {
  const plain = halfWidth(text);
  if (/[、，,;；—～~至和]/.test(plain)) return not('一行填一个月，几个月请分几行');
  const [, year = String(cycle.year), month = ''] = MONTH.exec(plain) ?? [];
  const number = Number(month);
  if (month === '' || number < 1 || number > 12)
    return not(`没有“${text}”这个月，请填例如${formatPeriod(cycle.firstPeriod)}`);
  const period = `${year}-${String(number).padStart(2, '0')}`;
  if (period >= cycle.firstPeriod && period <= cycle.lastPeriod) return read(period);
  return not(
    `${String(cycle.year)}年的台账从${formatPeriod(cycle.firstPeriod)}到${formatPeriod(cycle.lastPeriod)}，不含“${text}”`,
  );
}

const DAY = /^(?:(\d{4})\s*(?:年|-|\/|\.)\s*)?(\d{1,2})\s*(?:月|-|\/|\.)\s*(\d{1,2})\s*日?前?$/;

/** `2022-05-20`, `5月20日`, `2022年5月20日` as a day of the row's month; null when empty. */
export function nodeIn(text: string, period: Period): Cell<DateText | null> {
  if (text === '') return read(null);
  const [, year = period.slice(0, 4), month = '', day = ''] = DAY.exec(halfWidth(text)) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (month === '' || !isDateText(date)) return not(`没有“${text}”这一天，请填例如${period}-20`);
  return date.startsWith(`${period}-`) ? read(date) : not(`“${text}”不在${formatPeriod(period)}里`);
}

/** A target number with its unit; null where neither stands. */
export function targetIn(goal: string, unit: string): Cell<MeasureTarget | null> {
  if (goal === '' && unit === '') return read(null);
  if (goal === '') return not('填了计量单位，没有填目标数');
  const plain = plainFigure(goal);
  if (/^-\d+$/.test(plain)) return not(`${quoted(goal)}不能是负数，请填例如12`);
  const isGoal = new RegExp(`^\\d{1,${String(LEDGER_LIMITS.figureDigits)}}$`).test(plain) && Number(plain) > 0;
  if (/^\d+$/.test(plain) && plain.length > LEDGER_LIMITS.figureDigits) {
    return not(`${quoted(goal)}太大，最多${String(LEDGER_LIMITS.figureDigits)}位数`);
  }
  if (!isGoal) return not(`“${goal}”要填大于0的整数，例如12`);
  return unit === '' ? not('填了目标数，没有填计量单位，例如户') : read({ goal: String(Number(plain)), unit });
}

/** The number that a known measure keeps; null for a new one. */
export function numberIn(text: string, known: ReadonlySet<number>): Cell<number | null> {
  if (text === '') return read(null);
  const plain = plainFigure(text);
  const number = /^\d{1,6}$/.test(plain) ? Number(plain) : 0;
  if (number === 0) return not('编号要填整数；新的措施空着，编号会自动给');
  return known.has(number) ? read(number) : not(`没有${String(number)}号措施；新的措施编号请空着`);
}
