import { open } from 'node:fs/promises';
import { PEOPLE_LIMITS, type RosterFault, type RosterSheet } from '@jiannuo/shared/people';
import { CommandFailure } from '../command-failure';
import { openNew } from '../text-file';
import { scanSheet, type SheetScan } from './sheet-scan';
import { sheetPaths } from './workbook-parts';
import { unzip, ZipFault } from './zip-entries';

/** A workbook that was read: its sheets, and what stands in them that cannot be taken over. */
export interface Workbook {
  readonly sheets: readonly RosterSheet[];
  readonly faults: readonly RosterFault[];
}

/** All of a workbook unpacked, in bytes. The largest list that is taken is a tenth of it. */
const UNPACKED_LIMIT = 64 * 1024 * 1024;
const COLUMN_LIMIT = 100;
const WORDS: Readonly<Record<ZipFault['reason'], string>> = {
  'not-a-zip': '这不是Excel的xlsx文件，或者文件坏了。请用Excel或WPS另存为xlsx再导入。',
  'too-large': '这个文件展开后太大，没有打开。请只留“单位”“人员”两张表再导入。',
  locked: '这个文件加了密码，请去掉密码再导入。',
};

/** Reads an xlsx file. Throws a CommandFailure for whatever is none; formulas and merged cells come back as faults. */
export async function readWorkbook(path: string, names: readonly string[]): Promise<Workbook> {
  const archive = await bytesOf(path);
  const scans = scansOf(archive, names);
  const faults = [...scans].flatMap(([name, scan]) => faultsOf(name, scan));
  if (faults.length > 0) return { sheets: [], faults };
  const { default: readExcelFile } = await import('read-excel-file/node');
  const sheets = await readExcelFile(archive).catch(() => {
    throw new CommandFailure(WORDS['not-a-zip']);
  });
  return {
    sheets: sheets
      .filter(({ sheet }) => names.includes(sheet))
      .map(({ sheet, data }) => ({ name: sheet, rows: cellsOf(data) })),
    faults: [],
  };
}

/** Writes sheets with bold headings, as text throughout, so that Excel keeps every digit of a phone number. */
export async function writeWorkbook(path: string, sheets: readonly RosterSheet[]): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const written = await writeExcelFile(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((cells, index) =>
        cells.map((cell) => ({
          value: textOf(cell),
          type: String,
          ...(index === 0 ? { fontWeight: 'bold' as const } : {}),
        })),
      ),
      columns: (rows[0] ?? []).map(() => ({ width: 18 })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
  const file = await openNew(path);
  try {
    await file.writeFile(written);
  } finally {
    await file.close();
  }
}

function textOf(cell: RosterSheet['rows'][number][number]): string {
  return cell === null ? '' : String(cell);
}

async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path).catch(() => {
    throw new CommandFailure(`打不开“${path}”，请核对文件名。`);
  });
  try {
    const { size } = await file.stat();
    const limit = PEOPLE_LIMITS.rosterBytes;
    if (size > limit) throw new CommandFailure(`文件最大${String(Math.floor(limit / 1_048_576))}MB，请分开导入。`);
    return await file.readFile();
  } catch (error) {
    throw error instanceof CommandFailure ? error : new CommandFailure(`读不了“${path}”，请核对是不是文件。`);
  } finally {
    await file.close();
  }
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
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(WORDS[error instanceof ZipFault ? error.reason : 'not-a-zip']);
  }
}

function faultsOf(sheet: string, scan: SheetScan): readonly RosterFault[] {
  const fault = (row: number | null, reason: string): RosterFault => ({ sheet, row, column: null, reason });
  const rowLimit = PEOPLE_LIMITS.rosterRows;
  if (scan.lastRow > rowLimit + 1) return [fault(null, `最多${String(rowLimit)}行，请删掉多余的行，或分开导入`)];
  if (scan.lastColumn > COLUMN_LIMIT) return [fault(null, '列太多，请删掉多余的列')];
  const formulaRows = [...new Set(scan.formulas.map(({ row }) => row))];
  return [
    ...formulaRows.map((row) => fault(row, '有公式，请复制后选择性粘贴为数值')),
    ...scan.merges.map(({ row, area }) => fault(row, `有合并的单元格（${area}），请取消合并，每行都填上`)),
  ];
}

function cellsOf(data: readonly (readonly unknown[])[]): RosterSheet['rows'] {
  return data as RosterSheet['rows'];
}
