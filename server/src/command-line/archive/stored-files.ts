import { open, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandFailure } from '../command-failure';

/** How much of a file one line of a backup holds, in bytes. */
const PART = 1_048_576;
/** Where a stored file lies: its SHA-256 in a folder of its first two digits. */
const PLACE = /^([0-9a-f]{2})\/\1[0-9a-f]{62}$/;

/** A piece of a stored file. */
export interface FilePart {
  readonly path: string;
  readonly part: number;
  readonly data: string;
}

/** All stored attachments in pieces. What is still arriving is left out. */
export async function* storedParts(dataDirectory: string): AsyncGenerator<FilePart> {
  const root = join(dataDirectory, 'attachments');
  for (const folder of (await namesIn(root)).sort()) {
    for (const name of (await namesIn(join(root, folder))).sort()) {
      const path = `${folder}/${name}`;
      if (PLACE.test(path)) yield* partsOf(root, path);
    }
  }
}

/** Puts a piece of an attachment in its place. Throws a CommandFailure for a path that is none of ours. */
export async function storePart(dataDirectory: string, { path, part, data }: FilePart): Promise<void> {
  if (!PLACE.test(path) || !Number.isInteger(part) || part < 0)
    throw new CommandFailure('备份里有不认得的文件，没有恢复。');
  const target = join(dataDirectory, 'attachments', path);
  await mkdir(dirname(target), { recursive: true });
  const file = await open(target, part === 0 ? 'w' : 'r+');
  try {
    const bytes = Buffer.from(data, 'base64');
    await file.write(bytes, 0, bytes.length, part * PART);
  } finally {
    await file.close();
  }
}

async function* partsOf(root: string, path: string): AsyncGenerator<FilePart> {
  const file = await open(join(root, path));
  try {
    const buffer = Buffer.alloc(PART);
    for (let part = 0; ; part += 1) {
      const { bytesRead } = await file.read(buffer, 0, PART, part * PART);
      if (bytesRead > 0 || part === 0) yield { path, part, data: buffer.toString('base64', 0, bytesRead) };
      if (bytesRead < PART) return;
    }
  } finally {
    await file.close();
  }
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
