import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { CommandFailure } from '../command-failure';

/** One line of a backup. Rows and files come between the head and the end. */
export type ArchiveLine =
  | { readonly kind: 'head'; readonly format: 1; readonly madeAt: string; readonly migrations: readonly string[] }
  | { readonly kind: 'row'; readonly table: string; readonly row: ArchivedRow }
  | { readonly kind: 'file'; readonly path: string; readonly part: number; readonly data: string }
  | { readonly kind: 'end'; readonly lines: number; readonly sha256: string };

/** A row as both databases give it: text, whole numbers and nothing. */
export type ArchivedRow = Readonly<Record<string, string | number | null>>;

const BROKEN = '备份文件坏了或没有写完，没有恢复。请换一份备份。';

/** Writes a backup line by line, compressed, with a checksum of all lines at its end. */
export class ArchiveWriter {
  private readonly hash = createHash('sha256');
  private readonly gzip = createGzip();
  private readonly done: Promise<void>;
  private lines = 0;

  constructor(path: string) {
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
    this.done = finished(this.gzip.pipe(file));
    // Told by `close`; until then it must not end the process.
    this.done.catch(() => undefined);
  }

  /** Adds a line and waits until there is room for the next. */
  async add(line: ArchiveLine): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.hash.update(text);
    this.lines += 1;
    if (!this.gzip.write(text))
      await Promise.race([new Promise((resolve) => this.gzip.once('drain', resolve)), this.done]);
  }

  /** Adds the checksum and waits until everything is written. */
  async close(): Promise<void> {
    const end: ArchiveLine = { kind: 'end', lines: this.lines, sha256: this.hash.digest('hex') };
    this.gzip.end(`${JSON.stringify(end)}\n`);
    await this.done;
  }

  /** Gives up. */
  abandon(): void {
    this.gzip.destroy();
  }
}

/** The lines of a backup without its end. Throws a CommandFailure when the file is no backup, is cut off or was changed. */
export async function* archiveLines(path: string): AsyncGenerator<ArchiveLine> {
  const hash = createHash('sha256');
  let lines = 0;
  let end: ArchiveLine | null = null;
  for await (const text of textLines(path)) {
    if (end !== null) throw new CommandFailure(BROKEN);
    const line = parsedLine(text);
    if (line.kind === 'end') {
      end = line;
      if (line.lines !== lines || line.sha256 !== hash.digest('hex')) throw new CommandFailure(BROKEN);
      continue;
    }
    if ((line.kind === 'head') !== (lines === 0)) throw new CommandFailure(BROKEN);
    hash.update(`${text}\n`);
    lines += 1;
    yield line;
  }
  if (end === null) throw new CommandFailure(BROKEN);
}

async function* textLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  const reader = createInterface({ input: file.pipe(unpacked), crlfDelay: Infinity });
  const failure = new Promise<never>((_resolve, reject) => unpacked.once('error', reject));
  failure.catch(() => undefined);
  try {
    const iterator = reader[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([iterator.next(), failure]);
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const isMissing = (error as { code?: string }).code === 'ENOENT';
    throw new CommandFailure(isMissing ? `打不开“${path}”，请核对文件名。` : BROKEN);
  } finally {
    reader.close();
    file.destroy();
  }
}

function parsedLine(text: string): ArchiveLine {
  try {
    return JSON.parse(text) as ArchiveLine;
  } catch {
    throw new CommandFailure(BROKEN);
  }
}
