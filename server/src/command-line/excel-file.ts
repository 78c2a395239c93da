import { open } from 'node:fs/promises';
import { SHEET_LIMITS, type Sheet, type SheetFault } from '@jiannuo/shared/sheets';
import { readWorkbook, workbookOf, type Workbook } from '../platform/excel';
import { CommandFailure } from './command-failure';
import { openNew } from './text-file';

/** Faults named on the terminal; with more, the rest is counted. */
const SHOWN = 100;

/** Reads the named sheets of an xlsx file. Throws a CommandFailure when the file cannot be read at all. */
export async function readExcel(path: string, names: readonly string[]): Promise<Workbook> {
  return readWorkbook(await bytesOf(path), names);
}

/** Writes sheets to a new xlsx file. */
export async function writeExcel(path: string, sheets: readonly Sheet[]): Promise<void> {
  const written = await workbookOf(sheets);
  const file = await openNew(path);
  try {
    await file.writeFile(written);
  } finally {
    await file.close();
  }
}

/** Everything that stood in the way of an import, line by line. */
export function importRefusal(faults: readonly SheetFault[]): CommandFailure {
  const lines = faults.slice(0, SHOWN).map(lineOf);
  const rest = faults.length - lines.length;
  if (rest > 0) lines.push(`还有${String(rest)}处没有列出。`);
  return new CommandFailure([`没有导入，有${String(faults.length)}处要改：`, ...lines].join('\n'));
}

function lineOf({ sheet, row, column, reason }: SheetFault): string {
  const place = row === null ? `“${sheet}”表` : `“${sheet}”表第${String(row)}行`;
  return `${place}${column === null ? '' : `，${column}`}：${reason}`;
}

async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path).catch(() => {
    throw new CommandFailure(`打不开“${path}”，请核对文件名。`);
  });
  try {
    const { size } = await file.stat();
    const limit = SHEET_LIMITS.bytes;
    if (size > limit) throw new CommandFailure(`文件最大${String(Math.floor(limit / 1_048_576))}MB，请分开导入。`);
    return await file.readFile();
  } catch (error) {
    throw error instanceof CommandFailure ? error : new CommandFailure(`读不了“${path}”，请核对是不是文件。`);
  } finally {
    await file.close();
  }
}
