import { cleanLine, cleanText, isLongerThan } from '../kernel';

/** A value as a spreadsheet gives it. */
export type CellValue = string | number | boolean | Date | null;

/** One sheet of a list, its first row the headings. Row numbers are those that the person sees. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** One thing to put right before a list can be imported: where it stands, and what is wrong, in words. */
export interface SheetFault {
  readonly sheet: string;
  /** From 1; null when it concerns the whole sheet. */
  readonly row: number | null;
  readonly column: string | null;
  readonly reason: string;
}

/** A column of a list. */
export interface SheetColumn {
  readonly title: string;
  readonly isRequired: boolean;
  readonly limit: number;
  /** Text of several lines, or a date, which comes as `2022-05-20`; one line when left out. */
  readonly kind?: 'lines' | 'date';
}

/** A row with its cells as clean text by heading; empty where nothing stands. */
export interface SheetRow {
  readonly number: number;
  readonly texts: Readonly<Record<string, string>>;
}

/** The rows of a sheet that can be read, and what is wrong with the others. */
export interface SheetRows {
  readonly rows: readonly SheetRow[];
  readonly faults: readonly SheetFault[];
}

/** What a list may weigh: rows without the headings, and bytes of the file. */
export const SHEET_LIMITS = { rows: 20_000, bytes: 10_485_760 } as const;

const DEFAULT_REASON = '这一格认不出，请改成文字';

/** Reads the rows under the headings. Empty rows are passed over; a heading that is missing, doubled or unknown stops it. */
export function readSheetRows(sheet: Sheet, columns: readonly SheetColumn[]): SheetRows {
  const headings = (sheet.rows[0] ?? []).map((cell) => headingOf(cell));
  const wrong = headingFaults(sheet.name, headings, columns);
  if (wrong.length > 0) return { rows: [], faults: wrong };
  const rows: SheetRow[] = [];
  const faults: SheetFault[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    if (index === 0 || cells.every((cell) => cell === null || textOf(cell) === '')) continue;
    const row = readRow({ sheet: sheet.name, number: index + 1, headings, cells }, columns);
    rows.push(row.row);
    faults.push(...row.faults);
  }
  return { rows, faults };
}

/** Whether a list has more rows than are taken at once. */
export function tooManyRows(sheet: Sheet): SheetFault | null {
  const limit = SHEET_LIMITS.rows;
  if (sheet.rows.length <= limit + 1) return null;
  return { sheet: sheet.name, row: null, column: null, reason: `最多${String(limit)}行，请分开导入` };
}

function headingOf(cell: CellValue): string {
  return (textOf(cell) ?? '').replace(/\s/g, '').replace(/[（(]必填[）)]$/, '');
}

function headingFaults(sheet: string, headings: readonly string[], columns: readonly SheetColumn[]): SheetFault[] {
  const titles = columns.map(({ title }) => title);
  const fault = (reason: string): SheetFault => ({ sheet, row: 1, column: null, reason });
  const missing = columns.filter(({ title }) => !headings.includes(title));
  const named = headings.filter((heading) => heading !== '');
  return [
    ...missing.map(({ title }) => fault(`缺“${title}”这一列，请用导出的模板`)),
    ...named.filter((heading) => !titles.includes(heading)).map((heading) => fault(`多了“${heading}”这一列，请删掉`)),
    ...titles
      .filter((title) => named.filter((heading) => heading === title).length > 1)
      .map((title) => fault(`“${title}”这一列有两遍，请留一列`)),
  ];
}

interface RawRow {
  readonly sheet: string;
  readonly number: number;
  readonly headings: readonly string[];
  readonly cells: readonly CellValue[];
}

function readRow(raw: RawRow, columns: readonly SheetColumn[]): { row: SheetRow; faults: SheetFault[] } {
  const texts: Record<string, string> = {};
  const faults: SheetFault[] = [];
  for (const column of columns) {
    const text = textOf(raw.cells[raw.headings.indexOf(column.title)] ?? null, column.kind);
    texts[column.title] = text ?? '';
    const reason = reasonAgainst(text, column);
    if (reason !== null) faults.push({ sheet: raw.sheet, row: raw.number, column: column.title, reason });
  }
  return { row: { number: raw.number, texts }, faults };
}

function reasonAgainst(text: string | null, column: SheetColumn): string | null {
  if (text === null) return DEFAULT_REASON;
  if (column.isRequired && text === '') return '没有填';
  return isLongerThan(text, column.limit) ? `最多${String(column.limit)}个字，请写短些` : null;
}

/** The clean text of a cell; null for what is no text, such as a date in a column of words. */
function textOf(cell: CellValue, kind?: SheetColumn['kind']): string | null {
  if (cell === null) return '';
  if (typeof cell === 'string') return kind === 'lines' ? cleanText(cell) : cleanLine(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : null;
  return kind === 'date' ? dateTextOf(cell) : null;
}

function dateTextOf(date: Date): string | null {
  return Number.isFinite(date.getTime()) ? date.toISOString().slice(0, 10) : null;
}
