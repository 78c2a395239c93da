import {
  BURDEN_COLUMN_TITLES,
  BURDEN_COLUMNS,
  BURDEN_NOTES,
  burdenSums,
  type BurdenColumn,
  type BurdenMonthView,
} from '@jiannuo/shared/burden';
import { beijingDate, beijingTime, formatPeriod } from '@jiannuo/shared/kernel';
import type { UnitEntry } from '../entries.queries';

const ENTRY_HEAD = ['单位', '算在哪几栏', '事', '事项', '谁要的', '截止或告知时间', '再要一次的理由'];
const ENTRY_WIDTHS = [24, 20, 28, 40, 14, 20, 40];

/** Texts are always text: a matter that begins with = stays a matter. */
interface Cell {
  readonly value: string | number;
  readonly type: StringConstructor | NumberConstructor;
  readonly fontWeight?: 'bold';
  readonly wrap?: boolean;
}

/** The month's burden for the files (备案, M8): the sheet with its sums, and every row behind its numbers. */
export async function burdenSheets(month: BurdenMonthView, entries: readonly UnitEntry[]): Promise<Buffer> {
  const title = `${formatPeriod(month.period, true)}减负账本`;
  const head = ['单位', ...BURDEN_COLUMNS.map((column) => BURDEN_COLUMN_TITLES[column])];
  const numbers = (row: Readonly<Record<BurdenColumn, number>>) => BURDEN_COLUMNS.map((column) => number(row[column]));
  const table = [
    ...month.rows.map((row) => [text(row.unitName), ...numbers(row)]),
    [bold('合计'), ...numbers(burdenSums(month.rows))],
    ...BURDEN_NOTES.map((note) => [text(note, false)]),
  ];
  const byUnit = new Map<string, UnitEntry[]>(month.rows.map(({ unitId }) => [unitId, []]));
  for (const entry of entries) byUnit.get(entry.unitId)?.push(entry);
  const lines = month.rows.flatMap(({ unitId, unitName }) =>
    (byUnit.get(unitId) ?? []).map((entry) => [unitName, ...wordsOf(entry)].map((word) => text(word))),
  );
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile([
    {
      data: [[bold(title)], head.map(bold), ...table],
      sheet: '减负账本',
      columns: head.map((_, index) => ({ width: index === 0 ? 24 : 12 })),
      stickyRowsCount: 2,
    },
    {
      data: [[bold(`${title}明细`)], ENTRY_HEAD.map(bold), ...lines],
      sheet: '明细',
      columns: ENTRY_WIDTHS.map((width) => ({ width })),
      stickyRowsCount: 2,
    },
  ]).toBuffer();
}

function wordsOf({ columns, title, matter, by, at, repeatReason }: UnitEntry): readonly string[] {
  const counted = columns.map((column) => BURDEN_COLUMN_TITLES[column]).join('、');
  return [counted, title, matter, by, `${beijingDate(at)} ${beijingTime(at)}`, repeatReason];
}

function bold(value: string): Cell {
  return { value, type: String, fontWeight: 'bold' };
}

function text(value: string, wrap = true): Cell {
  return { value, type: String, wrap };
}

function number(value: number): Cell {
  return { value, type: Number };
}
