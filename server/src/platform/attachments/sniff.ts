import { open, type FileHandle } from 'node:fs/promises';
import { containerOf, type FileKind } from './file-kind';
import { zipEntryNames } from './zip-directory';

const CHUNK = 65_536;

/** Whether the file at `path` really is of the kind that its name claims, judged by what is inside. */
export async function isOfKind(path: string, kind: FileKind): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const beginning = Buffer.alloc(16);
    await file.read(beginning, 0, 16, 0);
    if (containerOf(beginning) !== kind.container) return false;
    if (kind.part === null) return true;
    return kind.container === 'zip'
      ? await holdsOfficeParts(file, size, kind.part)
      : await holdsStream(file, kind.part);
  } finally {
    await file.close();
  }
}

async function holdsOfficeParts(file: FileHandle, size: number, folder: string): Promise<boolean> {
  const names = await zipEntryNames(file, size);
  return names.includes('[Content_Types].xml') && names.some((name) => name.startsWith(folder));
}

/** OLE files name their streams in two-byte letters; old Excel files call the same stream Book. */
async function holdsStream(file: FileHandle, stream: string): Promise<boolean> {
  const names = stream === 'Workbook' ? ['Workbook', 'Book'] : [stream];
  const marks = names.map((name) => Buffer.from(`${name}\0`, 'utf16le'));
  const buffer = Buffer.alloc(CHUNK + 64);
  for (let position = 0; ; position += CHUNK) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    const part = buffer.subarray(0, bytesRead);
    if (marks.some((mark) => part.includes(mark))) return true;
    if (bytesRead < buffer.length) return false;
  }
}
