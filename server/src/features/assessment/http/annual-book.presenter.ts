import {
  ANNUAL_STATE_NAMES,
  innovationWords,
  monthSums,
  monthWords,
  toldYear,
  yearLines,
  yearNames,
  type AnnualRow,
  type AnnualView,
} from '@jiannuo/shared/assessment';
import { formatPeriod, formatStamp } from '@jiannuo/shared/kernel';
import { across, figure, mark, type Form, type ListRow } from '../../../platform/excel';
import type { ScoreBook } from '../scores/score-book.queries';
import { fileOf, headOf, traceSheet, type BookFile } from './score-book.presenter';
import { sheetOf, traceRow, TRACE_COLUMNS, type SheetHead } from './told-sheet.presenter';

type Head = Pick<SheetHead, 'groupName' | 'state' | 'at'>;

/** 年度成绩 as its reader may see it, with the trace of the year and of its months. */
export async function annualFile(book: ScoreBook<AnnualView>): Promise<BookFile> {
  const { page } = book;
  const [only, ...others] = page.rows;
  const of = only !== undefined && others.length === 0 ? only.unitName : '';
  const title = `${of}${String(page.year)}年度成绩`;
  const head = headOf(book, ANNUAL_STATE_NAMES[page.state]);
  return fileOf(title, [
    table({ ...head, title }, page),
    traces(head, page),
    traceSheet(book),
    ...sheetIfAny({ ...head, ...INNOVATIONS }, page.rows.flatMap(innovationRows)),
    ...sheetIfAny({ ...head, ...RESULTS }, page.rows.flatMap(resultRows)),
  ]);
}

function table(part: Head & { readonly title: string }, page: AnnualView): Form {
  const columns = [
    ['县（市、区）', 16],
    ['任务完成情况', 12],
    ['创新性举措', 12],
    ['年度成绩', 12],
    ...page.months.map((month) => [formatPeriod(month), 12] as const),
    ['说明', 36],
  ] as const;
  const head = { ...part, name: '年度成绩', columns };
  return sheetOf(head, [
    ...page.rows.map((row) => yearRow(page, row)),
    across('各月是折算前的得分。按公文顺序排列，不排名次。', head, 'plain'),
  ]);
}

function yearRow(page: AnnualView, row: AnnualRow): ListRow {
  const told = toldYear(page, row);
  const moved = row.moved.length === 0 ? '' : '，有月份更正过';
  return [
    row.unitName,
    ...[told?.taskPart, told?.innovation, told?.total].map((value) => figure(value ?? '')),
    ...row.months.map((month) => {
      const text = monthWords(row, month);
      return month.score === null ? mark(text) : figure(text);
    }),
    `${told === null ? '还没定稿' : told.label}，${monthSums(row)}${moved}`,
  ];
}

function traces(part: Head, page: AnnualView): Form {
  const head = { ...part, name: '年度来由', title: '年度成绩的来由', columns: TRACE_COLUMNS };
  return sheetOf(
    head,
    page.rows.flatMap((row): readonly ListRow[] => {
      const told = toldYear(page, row);
      if (told === null) return [across(`${row.unitName}　还没定稿`, head, 'group')];
      const { label, total, outOf, ruled, isPast } = told;
      const telling = { names: yearNames(row), ruled, isPast };
      return [
        across(`${row.unitName}　${label}`, head, 'group'),
        traceRow({ title: label, points: total, outOf, notes: [], node: null }, telling),
        ...yearLines(told).map(({ title, points, node }) =>
          traceRow({ title, points, outOf: node.outOf, notes: [], node }, telling),
        ),
      ];
    }),
  );
}

function sheetIfAny(head: SheetHead, rows: readonly ListRow[]): readonly Form[] {
  return rows.length === 0 ? [] : [sheetOf(head, rows)];
}

const INNOVATIONS = {
  name: '创新性举措',
  title: '创新性举措',
  columns: [
    ['县（市、区）', 16],
    ['举措', 50],
    ['认定', 44],
  ],
} as const;

function innovationRows(row: AnnualRow): readonly ListRow[] {
  return row.innovations.map((innovation) => [row.unitName, innovation.title, innovationWords(row, innovation)]);
}

const RESULTS = {
  name: '经过',
  title: '年度成绩的经过',
  columns: [
    ['县（市、区）', 16],
    ['哪一步', 10],
    ['年度成绩', 12],
    ['时间', 26],
    ['由谁', 24],
    ['理由', 44],
  ],
} as const;

function resultRows({ unitName, results }: AnnualRow): readonly ListRow[] {
  return results.map(({ kind, total, at, byUnit, reason }) => [
    unitName,
    mark(kind === 'final' ? '定稿' : '更正'),
    figure(total),
    formatStamp(at),
    byUnit,
    reason,
  ]);
}
