import {
  coverageSentence,
  isUncontacted,
  type CoverageCell,
  type CoverageRow,
  type CoverageStanding,
  type CoverageView,
} from '@jiannuo/shared/coordination';
import { formatDay, formatPeriod, type DateText, type Period } from '@jiannuo/shared/kernel';
import type { StatusShape } from '../../ui/status/status-word';

/** A unit in one month of the year. */
export interface UnitMonth {
  readonly row: CoverageRow;
  readonly cell: CoverageCell;
}

/** How a month's state looks. */
export const STANDING_SHAPES: Record<CoverageStanding, StatusShape> = {
  contacted: 'done',
  open: 'gap',
  gap: 'late',
  ahead: 'not-yet',
};

/** The units of a month, those not talked with first, each part in official order. */
export function unitsOfMonth(view: CoverageView, period: Period): readonly UnitMonth[] {
  const index = view.periods.indexOf(period);
  const units = view.rows.flatMap((row) => {
    const cell = row.cells[index];
    return cell === undefined ? [] : [{ row, cell }];
  });
  const isFirst = ({ cell }: UnitMonth) => isUncontacted(cell.standing);
  return [...units.filter(isFirst), ...units.filter((unit) => !isFirst(unit))];
}

/** The month in one sentence, everybody named. */
export function sentenceOf(view: CoverageView, period: Period): string {
  const index = view.periods.indexOf(period);
  const units = view.rows.flatMap(({ unitName, cells }) => {
    const cell = cells[index];
    return cell === undefined ? [] : [{ unitName, standing: cell.standing }];
  });
  return coverageSentence(period, units);
}

/** The sentence without the names, for a headline: the names stand below it. */
export function headlineOf(view: CoverageView, period: Period): string {
  return (sentenceOf(view, period).split('：')[0] ?? '').replace(/。$/, '');
}

/** What a cell of the year says beside its mark; the legend and the heading say the rest. */
export function cellWords({ standing, count }: CoverageCell): string {
  if (standing === 'contacted') return `${String(count)}次`;
  return { open: '还没', gap: '没有', ahead: '' }[standing];
}

/** The same in full, for those who listen. */
export function spokenCell(period: Period, { standing, count }: CoverageCell): string {
  const month = formatPeriod(period);
  if (standing === 'contacted') return `${month}联系${String(count)}次`;
  return `${month}${{ open: '还没联系', gap: '没联系', ahead: '还没到' }[standing]}`;
}

/** `联系2次，最近5月18日 周三`, or when a unit was last talked with before. */
export function monthWords({ row, cell }: UnitMonth): string {
  if (cell.lastOn !== null) return `联系${String(cell.count)}次，最近${formatDay(cell.lastOn)}`;
  const last = lastOf(row);
  return last === null ? '今年还没联系过' : `最近一次是${formatDay(last)}`;
}

function lastOf({ cells }: CoverageRow): DateText | null {
  const days = cells.flatMap(({ lastOn }) => (lastOn === null ? [] : [lastOn]));
  return days.sort().at(-1) ?? null;
}

/** The months before and after one, within the year. */
export function neighboursOf(view: CoverageView, period: Period): readonly [Period | null, Period | null] {
  const index = view.periods.indexOf(period);
  return [view.periods[index - 1] ?? null, view.periods[index + 1] ?? null];
}

/** What stands in the bar below the month: how far it is, and that nobody has to be asked. */
export function barWords(view: CoverageView, period: Period): { readonly title: string; readonly note: string } {
  const units = unitsOfMonth(view, period);
  const contacted = units.filter(({ cell }) => cell.standing === 'contacted').length;
  return { title: `联系过${String(contacted)}家，共${String(units.length)}家`, note: '由牵头单位记，各家不用填' };
}
