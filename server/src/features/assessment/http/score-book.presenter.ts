import {
  ASSESSMENT_STATE_NAMES,
  historyNotes,
  isReviewInForce,
  isScoreInForce,
  NUMBER_COLUMNS,
  numbersOf,
  quarterBehind,
  quarterName,
  quarterWords,
  SCORES_NOTE,
  SELF_LABEL,
  type HistoryMonth,
  type ScoreCell,
  type ScoreHistoryView,
  type ScoreMatrixView,
  type ScoreRow,
  type ShownNumber,
} from '@jiannuo/shared/assessment';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { across, figure, formsOf, mark, type Form, type FormCell, type ListRow } from '../../../platform/excel';
import type { ScoreBook } from '../scores/score-book.queries';
import { sheetOf, toldRows, TRACE_COLUMNS, type SheetHead } from './told-sheet.presenter';

const COUNTY = ['县（市、区）', 16] as const;
const STATE = ['状态', 18] as const;
const POINTS = 12;

/** A file as it is taken out. */
export interface BookFile {
  readonly name: string;
  readonly file: Buffer;
}

/** 各县得分 of a month, or of a year, and the trace of each number. */
export async function matrixFile(book: ScoreBook<ScoreMatrixView>): Promise<BookFile> {
  const { page, months } = book;
  const [month] = page.periods;
  const isMonth = month !== undefined && page.periods.length === 1;
  const title = `${spanOf(page)}各县${kindOf(book)}`;
  const head = { ...headOf(book), name: '各县得分', title };
  const table = isMonth ? monthTable(head, { month, page, months }) : yearTable(head, page);
  return fileOf(title, [table, traceSheet(book)]);
}

/** A county's months and the trace of each number. */
export async function historyFile(book: ScoreBook<ScoreHistoryView>): Promise<BookFile> {
  const { page } = book;
  const title = `${page.unitName}${spanOf(page)}${kindOf(book)}`;
  const numbers = page.months.flatMap(printedOf);
  const shown = NUMBER_COLUMNS.flatMap((column) => labelsIn(column, numbers));
  const head: SheetHead = {
    ...headOf(book),
    name: '得分',
    title,
    columns: [['月份', POINTS], ...shown.map((label) => [label, POINTS] as const), STATE, ['备注', 44]],
  };
  return fileOf(title, [
    sheetOf(
      head,
      page.months.flatMap((month) => [monthRow(month, shown), ...quarterRow(page, month, shown)]),
    ),
    traceSheet(book),
  ]);
}

/** The sheet on which the numbers of the months are explained. */
export function traceSheet(
  book: Pick<ScoreBook<{ readonly serverNow: string }>, 'groupName' | 'page' | 'months'>,
): Form {
  const head = { ...headOf(book), name: '各月来由', title: '各月得分的来由', columns: TRACE_COLUMNS };
  const rows = toldRows(book.months);
  return sheetOf(head, rows.length > 0 ? rows : [across('还没有得分。', head, 'plain')]);
}

/** What every sheet of a book has on it; no state where each line says its own. */
export function headOf(
  { groupName, page }: Pick<ScoreBook<{ readonly serverNow: string }>, 'groupName' | 'page'>,
  state = '',
): Pick<SheetHead, 'groupName' | 'state' | 'at'> {
  return { groupName, state, at: page.serverNow };
}

/** The sheets under their title as a file. */
export async function fileOf(title: string, sheets: readonly Form[]): Promise<BookFile> {
  return { name: `${title}.xlsx`, file: await formsOf(sheets) };
}

type PrintedNumber = Omit<ShownNumber, 'key'>;

/** The numbers of a month as they stand on paper: also the reviews on which an earlier 定稿 stood. */
function printedOf(month: HistoryMonth): readonly PrintedNumber[] {
  const former = month.formerReviews.map((value, index): PrintedNumber => {
    return { column: '复核', label: `原复核${index === 0 ? '' : String(index + 1)}`, value };
  });
  return [...former, ...numbersOf(month)];
}

/** What a column holds, each once; what holds now stands under the column's own name, after what was before it. */
function labelsIn(column: PrintedNumber['column'], numbers: readonly PrintedNumber[]): readonly string[] {
  const labels = [...new Set(numbers.filter((each) => each.column === column).map(({ label }) => label))];
  if (column !== '折算后' && column !== '复核') return labels;
  return [...labels.filter((label) => label !== column), ...labels.filter((label) => label === column)];
}

type Head = Omit<SheetHead, 'columns'>;

/** One month: a line a county, its parts as they add up. */
function monthTable(
  part: Head,
  { month, page, months }: Pick<ScoreBook<ScoreMatrixView>, 'page' | 'months'> & { readonly month: Period },
): Form {
  const parts = months[0]?.told[0]?.lines.map(({ title }) => title) ?? [];
  const columns = [COUNTY, ...[...parts, '合计', '折算后'].map((title) => [title, POINTS] as const), STATE];
  const head = { ...part, columns };
  const rows = page.rows.map((row): ListRow => {
    const cell = row.cells.find(({ period }) => period === month);
    const told = months.find((each) => each.unitName === row.unitName)?.told.at(-1);
    return [
      row.unitName,
      ...parts.map((title) => figure(told?.lines.find((line) => line.title === title)?.points ?? '')),
      figure(told?.total ?? ''),
      figure(told?.weighted ?? ''),
      mark(cell === undefined ? '' : stateOf(cell)),
    ];
  });
  return sheetOf(head, [...rows, across(SCORES_NOTE, head, 'plain')]);
}

/** How far a county is, and what its numbers are while none is final. */
function stateOf({ state, isCorrected }: ScoreCell): string {
  const name = ASSESSMENT_STATE_NAMES[state];
  if (isScoreInForce(state)) return `${name}${isCorrected ? '　有更正' : ''}`;
  if (isReviewInForce(state)) return `${name}，没定稿`;
  return state === 'submitted' ? `${name}，是自评` : name;
}

/** What a book holds, by the numbers in it. */
function kindOf({ months }: Pick<ScoreBook<unknown>, 'months'>): string {
  const labels = months.flatMap(({ told }) => told.map(({ label }) => label));
  return labels.length > 0 && labels.every((label) => label === SELF_LABEL) ? '自评得分' : '考评得分';
}

/** A year: a line a county, a column a month. */
function yearTable(part: Head, page: ScoreMatrixView): Form {
  const head = {
    ...part,
    columns: [COUNTY, ...page.periods.map((period) => [formatPeriod(period), POINTS] as const)],
  };
  const rows = page.rows.map((row): ListRow => [
    row.unitName,
    ...page.periods.map((period) => cellOf(row, period, page)),
  ]);
  return sheetOf(head, [...rows, across(SCORES_NOTE, head, 'plain')]);
}

function cellOf({ cells }: ScoreRow, period: Period, { currentPeriod }: ScoreMatrixView): FormCell {
  const cell = cells.find((each) => each.period === period);
  if (cell === undefined) return mark('');
  if (cell.score !== null) return figure(`${cell.score}${cell.isCorrected ? ' 更正' : ''}`);
  return mark(period > currentPeriod ? '' : ASSESSMENT_STATE_NAMES[cell.state]);
}

/** The quarter that a month ends, as the county was told it. */
function quarterRow(
  { quarters, periods, months }: ScoreHistoryView,
  month: HistoryMonth,
  shown: readonly string[],
): ListRow[] {
  const told = quarters.find((each) => each.periods.at(-1) === month.period);
  if (!told?.periods.every((period) => periods.includes(period))) return [];
  const mean = figure(told.row.mean ?? '');
  return [
    [
      quarterName(told.quarter),
      ...shown.map((label) => (label === '折算后' ? mean : figure(''))),
      mark(`第${String(told.number)}次通报`),
      `${quarterWords(told, told.row)}${quarterBehind(told, months) ?? ''}`,
    ],
  ];
}

function monthRow(month: HistoryMonth, shown: readonly string[]): ListRow {
  const numbers = printedOf(month);
  return [
    formatPeriod(month.period),
    ...shown.map((label) => figure(numbers.find((each) => each.label === label)?.value ?? '')),
    mark(ASSESSMENT_STATE_NAMES[month.state]),
    historyNotes(month).join('\n'),
  ];
}

function spanOf({ year, periods }: { readonly year: number; readonly periods: readonly Period[] }): string {
  const [only, ...others] = periods;
  return only !== undefined && others.length === 0 ? formatPeriod(only, true) : `${String(year)}年`;
}
