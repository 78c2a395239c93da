import { SHEET_LIMITS, type Sheet, type SheetFault } from '@jiannuo/shared/sheets';
import { DomainError } from '../http/domain-error';
import { scanSheet, type SheetScan } from './sheet-scan';
import { sheetPaths } from './workbook-parts';
import { unzip, ZipFault } from './zip-entries';

/** A workbook that was read: its sheets, and what stands in them that cannot be taken over. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly faults: readonly SheetFault[];
}

/** All of a workbook unpacked, in bytes. The largest list that is taken is a tenth of it. */
const UNPACKED_LIMIT = 64 * 1024 * 1024;
const COLUMN_LIMIT = 100;
const CODES = {
  'not-a-zip': 'excel.unreadable',
  'too-large': 'excel.too-large',
  locked: 'excel.locked',
} as const satisfies Readonly<Record<ZipFault['reason'], string>>;

/** Reads the named sheets of an xlsx file. Throws a DomainError for whatever is none; formulas and merged cells come back as faults. */
export async function readWorkbook(archive: Buffer, names: readonly string[]): Promise<Workbook> {
  const scans = scansOf(archive, names);
  const faults = [...scans].flatMap(([name, scan]) => faultsOf(name, scan));
  if (faults.length > 0) return { sheets: [], faults };
  const { default: readExcelFile } = await import('read-excel-file/node');
  const sheets = await readExcelFile(archive).catch(() => {
    throw unreadable('not-a-zip');
  });
  return {
    sheets: sheets
      .filter(({ sheet }) => names.includes(sheet))
      .map(({ sheet, data }) => ({ name: sheet, rows: cellsOf(data) })),
    faults: [],
  };
}

function unreadable(reason: ZipFault['reason']): DomainError {
  return new DomainError('invalid', [{ code: CODES[reason], facts: {} }]);
}

function scansOf(archive: Buffer, names: readonly string[]): ReadonlyMap<string, SheetScan> {
  try {
    const files = unzip(archive, (name) => name.endsWith('.xml') || name.endsWith('.rels'), UNPACKED_LIMIT);
    const textIn = (path: string): string => files.get(path)?.toString('utf8') ?? '';
    const paths = sheetPaths(textIn('xl/workbook.xml'), textIn('xl/_rels/workbook.xml.rels'));
    if (paths.size === 0) throw new ZipFault('not-a-zip');
    return new Map(
      names.filter((name) => paths.has(name)).map((name) => [name, scanSheet(textIn(paths.get(name) ?? ''))]),
    );
  } catch (error) {
    throw unreadable(error instanceof ZipFault ? error.reason : 'not-a-zip');
  }
}

function faultsOf(sheet: string, scan: SheetScan): readonly SheetFault[] {
  const fault = (row: number | null, reason: string): SheetFault => ({ sheet, row, column: null, reason });
  const rowLimit = SHEET_LIMITS.rows;
  if (scan.lastRow > rowLimit + 1) return [fault(null, `最多${String(rowLimit)}行，请删掉多余的行，或分开导入`)];
  if (scan.lastColumn > COLUMN_LIMIT) return [fault(null, '列太多，请删掉多余的列')];
  return [
    ...formulaRows(scan).map(([row, cells]) => fault(row, `${cells}有公式，请复制后选择性粘贴为数值`)),
    ...scan.merges.map(({ row, area }) => fault(row, `有合并的单元格（${area}），请取消合并，每行都填上`)),
  ];
}

/** The rows that hold formulas, each with its cells. */
function formulaRows({ formulas }: SheetScan): readonly (readonly [row: number, cells: string])[] {
  const rows = new Map<number, string[]>();
  for (const { row, letters } of formulas) rows.set(row, [...(rows.get(row) ?? []), `${letters}${String(row)}`]);
  return [...rows].map(([row, cells]) => [row, cells.join('、')]);
}

function cellsOf(data: readonly (readonly unknown[])[]): Sheet['rows'] {
  return data as Sheet['rows'];
}
