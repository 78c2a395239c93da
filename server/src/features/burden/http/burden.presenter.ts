import {
  BURDEN_COLUMN_TITLES,
  BURDEN_COLUMNS,
  BURDEN_NOTES,
  burdenSums,
  type BurdenColumn,
  type BurdenMonthView,
} from '@jiannuo/shared/burden';
import { beijingDate, beijingTime, formatPeriod } from '@jiannuo/shared/kernel';
import { across, figure, formsOf, listForm } from '../../../platform/excel';
import type { UnitEntry } from '../entries.queries';

const UNIT = ['单位', 24] as const;
const SUM_COLUMNS = [UNIT, ...BURDEN_COLUMNS.map((column) => [BURDEN_COLUMN_TITLES[column], 12] as const)];
const ENTRY_COLUMNS = [
  UNIT,
  ['算在哪几栏', 20],
  ['事', 28],
  ['事项', 40],
  ['谁要的', 14],
  ['截止或告知时间', 20],
  ['再要一次的理由', 40],
] as const;

/** The month's burden for the files (备案, M8): the sheet with its sums, and every row behind its numbers. */
export async function burdenSheets(month: BurdenMonthView, entries: readonly UnitEntry[]): Promise<Buffer> {
  const title = `${formatPeriod(month.period, true)}减负账本`;
  const sums = { name: '减负账本', title, columns: SUM_COLUMNS };
  const numbers = (row: Readonly<Record<BurdenColumn, number>>) =>
    BURDEN_COLUMNS.map((column) => figure(String(row[column])));
  const byUnit = new Map<string, UnitEntry[]>(month.rows.map(({ unitId }) => [unitId, []]));
  for (const entry of entries) byUnit.get(entry.unitId)?.push(entry);
  return formsOf([
    listForm(sums, [
      ...month.rows.map((row) => [row.unitName, ...numbers(row)]),
      ['合计', ...numbers(burdenSums(month.rows))],
      ...BURDEN_NOTES.map((note) => across(note, sums, 'plain')),
    ]),
    listForm(
      { name: '明细', title: `${title}明细`, columns: ENTRY_COLUMNS },
      month.rows.flatMap(({ unitId, unitName }) =>
        (byUnit.get(unitId) ?? []).map((entry) => [unitName, ...wordsOf(entry)]),
      ),
    ),
  ]);
}

function wordsOf({ columns, title, matter, by, at, repeatReason }: UnitEntry): readonly string[] {
  const counted = columns.map((column) => BURDEN_COLUMN_TITLES[column]).join('、');
  return [counted, title, matter, by, `${beijingDate(at)} ${beijingTime(at)}`, repeatReason];
}
