import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { aWordFile } from '../../../test/files';
import { FileStore } from './file-store';

/** Linux's own full device: every write to it answers that no space is left. */
class FullDisk extends FileStore {
  constructor(private readonly folder: string) {
    super(folder);
  }

  protected override waitingPath(id: string): string {
    const path = join(this.folder, `${id}.part`);
    mkdirSync(this.folder, { recursive: true });
    if (!existsSync(path)) symlinkSync('/dev/full', path);
    return path;
  }
}

describe('A full disk', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiannuo-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const filesIn = (): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => entry.name);

  it('is told in one sentence, and nothing half-written stays', async () => {
    const receiving = new FullDisk(folder).receive(Readable.from([aWordFile()]), 'id', 1_000_000);
    await expect(receiving).rejects.toMatchObject({ status: 507, refusal: { code: 'attachment.no-space' } });
    expect(filesIn()).toEqual([]);
  });

  it('does not show as an upload that broke off', async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('half');
        throw new Error('Premature close');
      })(),
    );
    const receiving = new FileStore(folder).receive(broken, 'id', 1_000_000);
    await expect(receiving).rejects.toMatchObject({ status: 400, refusal: { code: 'attachment.interrupted' } });
    expect(filesIn()).toEqual([]);
  });
});
