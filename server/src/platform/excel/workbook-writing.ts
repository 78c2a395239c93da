import type { CellValue, Sheet } from '@jiannuo/shared/sheets';
import { printTitles } from './print-titles';

/** How wide a column is, in characters, by the length of its longest text. */
const WIDTH = { least: 10, most: 44 } as const;

/**
 * An xlsx file with bold headings that stay in sight and are printed on every page, A4 across. Everything is text, so
 * that Excel keeps every digit of a telephone number.
 */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((cells, index) =>
        cells.map((cell) => ({
          value: textOf(cell),
          type: String,
          wrap: true,
          alignVertical: 'top' as const,
          ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
        })),
      ),
      columns: (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) })),
      stickyRowsCount: 1,
      orientation: 'landscape' as const,
    })),
    { features: [printTitles(sheets.map(({ name }) => ({ name, row: 1 })))] },
  ).toBuffer();
}

function widthOf(rows: Sheet['rows'], column: number): number {
  const longest = rows.slice(0, 200).reduce((most, cells) => Math.max(most, textOf(cells[column] ?? null).length), 0);
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest * 2));
}

function textOf(cell: CellValue): string {
  return cell === null ? '' : String(cell);
}
