import { open, readFile, type FileHandle } from 'node:fs/promises';
import { CommandFailure } from './command-failure';

/** Reads a file of text. Throws a CommandFailure when there is none. */
export async function textIn(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new CommandFailure(`打不开“${path}”，请核对文件名。`);
  });
}

/** Writes a text to a file that is not there yet. */
export async function writeNewText(path: string, text: string): Promise<void> {
  const file = await openNew(path);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}

/** Opens a file that is not there yet. Throws a CommandFailure when it is: nothing is written over. */
export async function openNew(path: string): Promise<FileHandle> {
  return open(path, 'wx', 0o600).catch((error: unknown) => {
    const isThere = (error as { code?: string }).code === 'EEXIST';
    throw new CommandFailure(isThere ? `“${path}”已经有了，请换一个文件名。` : `写不了“${path}”，请核对文件夹。`);
  });
}
