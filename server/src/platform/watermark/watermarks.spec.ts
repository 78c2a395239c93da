import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { aPdf } from '../../../test/files';
import { Watermarks } from './watermarks';

const LINES = ['逊克县联络员', '张伟 2022年5月16日 09:20'];

describe('Marking files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'watermarks-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const reader = { personId: '张伟', isTrial: false };
  const orderOf = (name: string, content: Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return { path, kind: 'pdf', lines: LINES } as const;
  };

  /** Few bytes that become very many when they are read. */
  const bomb = (): Buffer => {
    const block = deflateRawSync(Buffer.alloc(10_000_000, ' '), { finishFlush: constants.Z_FULL_FLUSH });
    const blocks = Array.from({ length: 200 }, () => block);
    const packed = Buffer.concat([Buffer.from('789c', 'hex'), ...blocks, Buffer.from('0300', 'hex')]);
    const start = `%PDF-1.7\n5 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${String(packed.length)}>>stream\n`;
    return Buffer.concat([Buffer.from(start), packed, Buffer.from('\nendstream endobj\n'), aPdf().subarray(9)]);
  };

  it('goes on while one takes too much, gives that one up, and marks those beside and behind it', async () => {
    const watermarks = new Watermarks({ seconds: 10, megabytes: 150 });
    const bad = watermarks.mark(orderOf('bomb.pdf', bomb()), { personId: '王芳', isTrial: true });
    const waiting = ['a.pdf', 'b.pdf'].map((name) => watermarks.mark(orderOf(name, aPdf(name)), reader));
    await expect(bad).rejects.toMatchObject({ refusals: [{ code: 'attachment.unmarkable' }] });
    for (const file of await Promise.all(waiting)) expect(file.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('gives one up that takes too long, or is not there', async () => {
    const hurried = new Watermarks({ seconds: 0.05, megabytes: 600 });
    const order = orderOf('c.pdf', aPdf());
    await expect(hurried.mark(order, reader)).rejects.toMatchObject({ refusals: [{ code: 'attachment.unmarkable' }] });
    const gone = new Watermarks().mark({ ...order, path: join(folder, 'gone.pdf') }, reader);
    await expect(gone).rejects.toMatchObject({ refusals: [{ code: 'attachment.unmarkable' }] });
  });
});
