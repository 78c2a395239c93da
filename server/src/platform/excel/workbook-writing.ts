import type { CellValue, Sheet } from '@jiannuo/shared/sheets';

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
    { features: [printTitles(sheets)] },
  ).toBuffer();
}

/** Repeats the first row of every sheet on each printed page. */
function printTitles(sheets: readonly Sheet[]) {
  const names = sheets.map(
    ({ name }, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${String(index)}">'${escaped(name)}'!$1:$1</definedName>`,
  );
  const markup = `</sheets><definedNames>${names.join('')}</definedNames>`;
  const transform = (xml: string): string => xml.replace('</sheets>', () => markup);
  return { files: { transform: { 'xl/workbook.xml': { transform } } } };
}

function escaped(name: string): string {
  return name.replace(/'/g, "''").replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

function widthOf(rows: Sheet['rows'], column: number): number {
  const longest = rows.slice(0, 200).reduce((most, cells) => Math.max(most, textOf(cells[column] ?? null).length), 0);
  return Math.min(WIDTH.most, Math.max(WIDTH.least, longest * 2));
}

function textOf(cell: CellValue): string {
  return cell === null ? '' : String(cell);
}
