/** What a sheet holds that a list must not, found before its cells are read. */
export interface SheetScan {
  readonly formulas: readonly CellPlace[];
  /** Merged areas, such as `A3:A5`, by the row in which they begin. */
  readonly merges: readonly { readonly row: number; readonly area: string }[];
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A cell by its column's letters and its row, from 1. */
export interface CellPlace {
  readonly letters: string;
  readonly row: number;
}

const CELL_BEGIN = /<(?:\w+:)?c\s/g;
const REFERENCE = /\br="([A-Z]{1,3})(\d{1,7})"/;
const FORMULA = /<(?:\w+:)?f[\s/>]/;
const CELL_END = /<\/(?:\w+:)?c>/;
const MERGE = /<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z]{1,3}(\d{1,7}):[A-Z]{1,3}\d{1,7})"/g;
const ROW = /<(?:\w+:)?row\s[^>]{0,500}?\br="(\d{1,12})"/g;

/** Looks through a sheet's XML once, cell by cell. */
export function scanSheet(xml: string): SheetScan {
  const formulas: CellPlace[] = [];
  let lastRow = 0;
  let lastColumn = 0;
  for (const [, row] of xml.matchAll(ROW)) lastRow = Math.max(lastRow, Number(row));
  for (const cell of cellsIn(xml)) {
    const [, letters = '', digits = '0'] = REFERENCE.exec(cell.slice(0, 200)) ?? [];
    const place = { letters, row: Number(digits) };
    lastRow = Math.max(lastRow, place.row);
    lastColumn = Math.max(lastColumn, columnNumber(letters));
    if (hasFormula(cell)) formulas.push(place);
  }
  const merges = [...xml.matchAll(MERGE)].map(([, area, row]) => ({ row: Number(row), area: area ?? '' }));
  return { formulas, merges, lastRow, lastColumn };
}

/** The number of a column from its letters: A is 1, AA is 27. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number;
}

function* cellsIn(xml: string): Generator<string> {
  const begins = [...xml.matchAll(CELL_BEGIN)].map(({ index }) => index);
  for (const [order, begin] of begins.entries()) yield xml.slice(begin, begins[order + 1] ?? xml.length);
}

function hasFormula(cell: string): boolean {
  const end = CELL_END.exec(cell)?.index ?? 0;
  return FORMULA.test(cell.slice(0, end));
}
