import type { FileHandle } from 'node:fs/promises';

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
/** An archive's comment may be 65,535 bytes long, and the end record stands before it. */
const TAIL_SIZE = END_SIZE + 65_535;
/** No office file has a longer list of contents; a longer one is not read. */
const DIRECTORY_LIMIT = 4 * 1024 * 1024;

/** The names in a zip file's list of contents, without unpacking anything; empty when it has no readable list. */
export async function zipEntryNames(file: FileHandle, size: number): Promise<string[]> {
  const tail = await readAt(file, Math.max(0, size - TAIL_SIZE), Math.min(size, TAIL_SIZE));
  const end = endRecordOf(tail);
  if (end === null) return [];
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (length > DIRECTORY_LIMIT || offset + length > size) return [];
  return namesIn(await readAt(file, offset, length));
}

function endRecordOf(tail: Buffer): number | null {
  for (let place = tail.length - END_SIZE; place >= 0; place -= 1) {
    if (tail.readUInt32LE(place) === END_MARK) return place;
  }
  return null;
}

function namesIn(directory: Buffer): string[] {
  const names: string[] = [];
  let place = 0;
  while (place + ENTRY_SIZE <= directory.length && directory.readUInt32LE(place) === ENTRY_MARK) {
    const nameLength = directory.readUInt16LE(place + 28);
    const rest = directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
    names.push(directory.toString('utf8', place + ENTRY_SIZE, place + ENTRY_SIZE + nameLength));
    place += ENTRY_SIZE + nameLength + rest;
  }
  return names;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
