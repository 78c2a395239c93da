import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import {
  deadlineTrend,
  headingMark,
  leftOf,
  missingOnes,
  monthStanding,
  ROW_STATE_NAMES,
  shortWords,
  SIX_ONES_LABELS,
  type LedgerHeading,
  type LedgerRowView,
  type LedgerYearCell,
  type LedgerYearUnit,
  type LedgerYearView,
  type MeasureFacts,
  type MonthStanding,
} from '@jiannuo/shared/ledger';
import type { StatusShape } from '../../ui/status/status-word';

/** A state in shape and words. */
export interface StateWords {
  readonly shape: StatusShape;
  readonly text: string;
}

const SHAPES = { planned: 'not-yet', 'on-schedule': 'doing', done: 'done', returned: 'returned' } as const;

/**
 * How a row stands; a measure that is counted says the figure reached while it is not done, 已完成9户, and where it was
 * marked done below its goal: 完成，9/12户.
 */
export function rowWords({ state, figure, measure: { target } }: LedgerRowView): StateWords {
  if (state === 'planned' && figure !== '' && target !== null) {
    return { shape: 'doing', text: `已完成${figure}${target.unit}` };
  }
  const words = { shape: SHAPES[state], text: ROW_STATE_NAMES[state] };
  const short = state === 'done' ? shortWords(target, figure) : null;
  return short === null ? words : { ...words, text: `${words.text}，${short}` };
}

/** `缺分管领导`, `缺分管领导等2样`; null when all six are there. */
export function gapWords(measure: MeasureFacts): string | null {
  const missing = missingOnes(measure);
  const [first] = missing;
  if (first === undefined) return null;
  const more = missing.length > 1 ? `等${String(missing.length)}样` : '';
  return `缺${SIX_ONES_LABELS[first]}${more}`;
}

/** `（八）`, empty for a heading that the year does not have any more. */
export function markOf(headings: readonly LedgerHeading[], headingId: string): string {
  const heading = headings.find(({ id }) => id === headingId);
  return heading === undefined ? '' : headingMark(heading);
}

const CELL_SHAPES: Readonly<Record<MonthStanding, StatusShape>> = {
  'all-done': 'done',
  undone: 'late',
  current: 'doing',
  ahead: 'not-yet',
  none: 'gap',
};

/** A unit's month in the year's table: `7/7`, `6项`, `没列`. */
export function cellWords(cell: LedgerYearCell, current: string): StateWords {
  const standing = monthStanding(cell, current);
  const counted = `${String(cell.done)}/${String(cell.total)}`;
  const texts = { none: '没列', ahead: `${String(cell.total)}项` };
  const text = standing === 'none' || standing === 'ahead' ? texts[standing] : counted;
  return { shape: CELL_SHAPES[standing], text };
}

/** `目标12户，还差3户`; null where no number is asked. */
export function targetWords({ target }: Pick<MeasureFacts, 'target'>, figure: string): string | null {
  const left = leftOf(target, figure);
  if (target === null || left === null) return null;
  const goal = `目标${target.goal}${target.unit}`;
  return left > 0 ? `${goal}，还差${String(left)}${target.unit}` : `${goal}，够了`;
}

/** `5月83项，完成61项，占73.49%，快到期4项，过期没完成12项。4月完成95.12%。`; null where nothing was planned. */
export function trendWords({ deadlines, currentPeriod }: LedgerYearView): string | null {
  const trend = deadlineTrend(deadlines, currentPeriod);
  if (trend === null) return null;
  const { period, total, done, percent, atRisk, late, before } = trend;
  const parts = [
    `${formatPeriod(period)}${String(total)}项`,
    `完成${String(done)}项`,
    `占${percent}%`,
    ...(atRisk === 0 ? [] : [`快到期${String(atRisk)}项`]),
    ...(late === 0 ? [] : [`过期没完成${String(late)}项`]),
  ];
  const earlier = before === null ? '' : `${formatPeriod(before.period)}完成${before.percent}%。`;
  return `${parts.join('，')}。${earlier}`;
}

/** A month of several units together. */
export function totalCell(units: readonly LedgerYearUnit[], period: Period): LedgerYearCell {
  const cells = units.flatMap((unit) => unit.cells.filter((cell) => cell.period === period));
  const sum = (count: (cell: LedgerYearCell) => number): number => cells.reduce((all, cell) => all + count(cell), 0);
  return {
    period,
    total: sum(({ total }) => total),
    done: sum(({ done }) => done),
    onSchedule: sum(({ onSchedule }) => onSchedule),
    late: sum(({ late }) => late),
  };
}

/** What stands over a month's measures: how they are ordered, and what becomes of those that can still be marked. */
export function leadWords(rows: readonly Pick<LedgerRowView, 'actions' | 'isScored'>[]): string {
  if (rows.length === 0) return '';
  if (rows.some(({ actions }) => actions.includes('mark-done') || actions.includes('reopen'))) {
    return '没完成的在前。标成完成，就带进月报。';
  }
  const isReviewed = rows.some(({ actions, isScored }) => isScored || actions.includes('record'));
  return isReviewed ? '没完成的在前。本月已经复核，不再改标。' : '没完成的在前。';
}
