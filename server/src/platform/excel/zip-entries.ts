import { inflateRawSync } from 'node:zlib';

/** A file that is no usable zip archive. `reason` tells which kind of trouble it is. */
export class ZipFault extends Error {
  constructor(readonly reason: 'not-a-zip' | 'too-large' | 'locked') {
    super(reason);
    this.name = 'ZipFault';
  }
}

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly compressedBytes: number;
  readonly offset: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const ENTRY_LIMIT = 1000;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/**
 * Unpacks the entries of an archive that `isWanted` names. Sizes that the archive states are not believed: unpacking
 * stops once all of it together passes `limit` bytes, so a few kilobytes cannot fill the memory.
 */
export function unzip(
  archive: Buffer,
  isWanted: (name: string) => boolean,
  limit: number,
): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  let left = limit;
  for (const entry of entriesOf(archive)) {
    if (!isWanted(entry.name)) continue;
    const file = unpack(archive, entry, left);
    left -= file.length;
    files.set(entry.name, file);
  }
  return files;
}

function entriesOf(archive: Buffer): readonly Entry[] {
  const end = endRecordOf(archive);
  const entries: Entry[] = [];
  let place = archive.readUInt32LE(end + 16);
  while (place + ENTRY_SIZE <= end && archive.readUInt32LE(place) === ENTRY_MARK) {
    const nameLength = archive.readUInt16LE(place + 28);
    entries.push({
      name: archive.toString('utf8', place + ENTRY_SIZE, place + ENTRY_SIZE + nameLength).replace(/\\/g, '/'),
      flags: archive.readUInt16LE(place + 8),
      method: archive.readUInt16LE(place + 10),
      compressedBytes: archive.readUInt32LE(place + 20),
      offset: archive.readUInt32LE(place + 42),
    });
    if (entries.length > ENTRY_LIMIT) throw new ZipFault('too-large');
    place += ENTRY_SIZE + nameLength + archive.readUInt16LE(place + 30) + archive.readUInt16LE(place + 32);
  }
  return entries;
}

function endRecordOf(archive: Buffer): number {
  const lowest = Math.max(0, archive.length - END_SIZE - 65_535);
  for (let place = archive.length - END_SIZE; place >= lowest; place -= 1) {
    if (archive.readUInt32LE(place) === END_MARK) return place;
  }
  throw new ZipFault('not-a-zip');
}

function unpack(archive: Buffer, entry: Entry, limit: number): Buffer {
  const { offset, flags, method, compressedBytes } = entry;
  if ((flags & ENCRYPTED) !== 0) throw new ZipFault('locked');
  if (offset + LOCAL_SIZE > archive.length || archive.readUInt32LE(offset) !== LOCAL_MARK)
    throw new ZipFault('not-a-zip');
  const start = offset + LOCAL_SIZE + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const packed = archive.subarray(start, start + compressedBytes);
  if (method === STORED && packed.length > limit) throw new ZipFault('too-large');
  if (method === STORED) return packed;
  if (method !== DEFLATED || packed.length < compressedBytes) throw new ZipFault('not-a-zip');
  return inflate(packed, limit);
}

function inflate(packed: Buffer, limit: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const isTooLarge = error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipFault(isTooLarge ? 'too-large' : 'not-a-zip');
  }
}
