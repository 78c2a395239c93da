import { printTitles } from './print-titles';

/** A cell of a printed form. It may span cells to its right and below; those are left out of their rows as null. */
export interface FormCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
  /** A figure is a number to reckon with, shown as its text has it, with the words around it: `更正 31.50`. */
  readonly look: 'title' | 'plain' | 'head' | 'group' | 'framed' | 'framed-centre' | 'figure';
}

/** A form that is printed on one width of A4 across. */
export interface Form {
  readonly name: string;
  /** Of the columns, in letters; a Chinese character takes two. */
  readonly widths: readonly number[];
  /** Words alone are framed; null is under a cell beside or above it. */
  readonly rows: readonly (readonly (FormCell | string | null)[])[];
  /** The row with the headings, from 1: printed again on every page. */
  readonly headRow: number;
}

/** The fonts of official papers are named and never embedded. */
const FONTS = { title: '方正小标宋简体', head: '黑体', body: '仿宋_GB2312' } as const;
const LINE = 16;
const TITLE_LINE = 34;
const MARGIN = 6;
/** Spreadsheets refuse a row that is higher. */
const HIGHEST = 409;
const GROUND = '#EFEDE8';
const ALIGNED = {
  title: 'center',
  plain: 'left',
  head: 'center',
  group: 'left',
  framed: 'left',
  'framed-centre': 'center',
  figure: 'right',
} as const satisfies Readonly<Record<FormCell['look'], 'left' | 'center' | 'right'>>;

/** Prints the form as wide as the paper and as long as it is. */
const ONE_WIDTH = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string): string =>
          xml
            .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
            .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

/** Writes forms as the sheets of an xlsx file. Rows are as high as their longest text, since spreadsheets do not see to that in merged cells. */
export async function writeForms(forms: readonly Form[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const titles = printTitles(forms.map(({ name, headRow }) => ({ name, row: headRow })));
  return writeExcelFile(forms.map(sheetOf), {
    fontFamily: FONTS.body,
    fontSize: 11,
    features: [titles, ONE_WIDTH],
  }).toBuffer();
}

type Rows = readonly (readonly (FormCell | null)[])[];

function sheetOf(form: Form) {
  const rows: Rows = form.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? framed(cell) : cell)));
  const heights = heightsOf(rows, form.widths);
  return {
    sheet: form.name,
    data: rows.map((cells, index) =>
      cells.map((cell) => (cell === null ? null : { ...styled(cell), height: heights[index] })),
    ),
    columns: form.widths.map((width) => ({ width })),
    orientation: 'landscape' as const,
    stickyRowsCount: form.headRow,
    showGridLines: false,
  };
}

function framed(text: string): FormCell {
  return { text, look: 'framed' };
}

function styled({ text, columns, rows, look }: FormCell) {
  const isFramed = look !== 'title' && look !== 'plain';
  return {
    ...(look === 'figure' ? figureOf(text) : { value: text, type: String }),
    wrap: true,
    alignVertical: 'center' as const,
    align: ALIGNED[look],
    ...(columns === undefined ? {} : { columnSpan: columns }),
    ...(rows === undefined ? {} : { rowSpan: rows }),
    ...(isFramed ? { borderStyle: 'thin' as const, borderColor: '#000000' } : {}),
    ...(look === 'title' ? { fontFamily: FONTS.title, fontSize: 20 } : {}),
    ...(look === 'head' || look === 'group' ? { fontFamily: FONTS.head } : {}),
    ...(look === 'group' ? { backgroundColor: GROUND } : {}),
  };
}

const FIGURE = /^([^"\d-]*)(-?\d+(?:\.(\d+))?)([^"]*)$/;

/** The number in a text, in a format that shows the text; the text itself where there is none. */
function figureOf(text: string) {
  const [, before = '', number, decimals = '', after = ''] = FIGURE.exec(text) ?? [];
  if (number === undefined) return { value: text, type: String };
  const digits = decimals === '' ? '0' : `0.${'0'.repeat(decimals.length)}`;
  return { value: Number(number), type: Number, format: `${literal(before)}${digits}${literal(after)}` };
}

function literal(words: string): string {
  return words === '' ? '' : `"${words}"`;
}

function heightsOf(rows: Rows, widths: Form['widths']): readonly number[] {
  const heights = rows.map((cells) =>
    Math.max(
      LINE + MARGIN,
      ...cells.map((cell, column) => ((cell?.rows ?? 1) > 1 ? 0 : heightOf(cell, column, widths))),
    ),
  );
  for (const [index, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries())
      stretch(heights, { index, cell, needed: heightOf(cell, column, widths) });
  }
  return heights.map((height) => Math.min(HIGHEST, height));
}

/** Gives the last row under a tall merged cell what the others do not hold. */
function stretch(
  heights: number[],
  { index, cell, needed }: { readonly index: number; readonly cell: FormCell | null; readonly needed: number },
): void {
  const span = cell?.rows ?? 1;
  const missing = needed - heights.slice(index, index + span).reduce((sum, height) => sum + height, 0);
  const last = index + span - 1;
  if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
}

function heightOf(cell: FormCell | null, column: number, widths: readonly number[]): number {
  if (cell === null) return 0;
  if (cell.look === 'title') return TITLE_LINE;
  const width = widths.slice(column, column + (cell.columns ?? 1)).reduce((sum, each) => sum + each, 0) - 2;
  const lines = cell.text.split('\n').map((line) => Math.max(1, Math.ceil(lettersIn(line) / width)));
  return lines.reduce((sum, count) => sum + count, 0) * LINE + MARGIN;
}

function lettersIn(line: string): number {
  return Array.from(line).reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0);
}
