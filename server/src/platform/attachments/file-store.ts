import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { RequestError } from '../http/domain-error';

/** A file that has arrived whole and waits to be judged. */
export interface ArrivedFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

const NO_SPACE = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS'];

/** Keeps bytes on the disk under their SHA-256, so that the same file lies there once. */
export class FileStore {
  private readonly incoming: string;

  constructor(private readonly root: string) {
    this.incoming = join(root, 'incoming');
  }

  /**
   * Writes what arrives to a waiting place. Throws `attachment.too-large` (413) past `limit` bytes, `attachment.no-space` (507) when the disk is full,
   * `attachment.interrupted` (400) when it breaks off; in each case nothing is left behind.
   */
  async receive(source: Readable, id: string, limit: number): Promise<ArrivedFile> {
    const path = this.waitingPath(id);
    try {
      await mkdir(this.incoming, { recursive: true });
      return { path, ...(await write(source, path, limit)) };
    } catch (error) {
      await rm(path, { force: true });
      throw refusalOf(error);
    }
  }

  /** Puts a waiting file in its final place. */
  async keep(file: ArrivedFile): Promise<void> {
    const path = this.pathOf(file.sha256);
    try {
      await mkdir(join(path, '..'), { recursive: true });
      await rename(file.path, path);
    } catch (error) {
      await this.discard(file);
      throw refusalOf(error);
    }
  }

  /** Throws a waiting file away. */
  async discard(file: ArrivedFile): Promise<void> {
    await rm(file.path, { force: true });
  }

  /** The bytes of a kept file; null when they are not there. */
  async read(sha256: string): Promise<Readable | null> {
    const path = await this.find(sha256);
    return path === null ? null : createReadStream(path);
  }

  /** Where a kept file lies; null when it is not there. */
  async find(sha256: string): Promise<string | null> {
    const path = this.pathOf(sha256);
    return access(path).then(
      () => path,
      () => null,
    );
  }

  /** The hash and size that a kept file truly has; null when it is not there. */
  async measure(sha256: string): Promise<Omit<ArrivedFile, 'path'> | null> {
    const source = await this.read(sha256);
    if (source === null) return null;
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of source as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      hash.update(chunk);
    }
    return { sha256: hash.digest('hex'), bytes };
  }

  /** The hashes of kept files that have not been touched since `before` (milliseconds), for sweeping. */
  async olderThan(before: number): Promise<string[]> {
    const found: string[] = [];
    for (const folder of await namesIn(this.root)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await namesIn(join(this.root, folder))) {
        if ((await stat(this.pathOf(name))).mtimeMs < before) found.push(name);
      }
    }
    return found;
  }

  /** Removes a kept file. */
  async remove(sha256: string): Promise<void> {
    await rm(this.pathOf(sha256), { force: true });
  }

  /** Removes what has been waiting since before `before` (milliseconds): uploads that a crash cut off. */
  async sweepWaiting(before: number): Promise<void> {
    for (const name of await namesIn(this.incoming)) {
      const path = join(this.incoming, name);
      if ((await stat(path)).mtimeMs < before) await rm(path, { force: true });
    }
  }

  /** Where a file waits while it is judged. */
  protected waitingPath(id: string): string {
    return join(this.incoming, `${id}.part`);
  }

  private pathOf(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256);
  }
}

async function write(source: Readable, path: string, limit: number): Promise<Omit<ArrivedFile, 'path'>> {
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  let bytes = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > limit) throw RequestError.of(413, 'attachment.too-large');
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

function refusalOf(error: unknown): unknown {
  if (error instanceof RequestError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (NO_SPACE.includes(code)) return RequestError.of(507, 'attachment.no-space');
  const isOurs = code.startsWith('E') && code !== 'ECONNRESET' && code !== 'EPIPE';
  return isOurs ? error : RequestError.of(400, 'attachment.interrupted');
}

function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
