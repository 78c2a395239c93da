import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { LightMyRequestResponse } from 'fastify';
import { describeOnEachDatabase, type TestDatabase } from '../../../test/databases';
import { aForm, aWordFile, aZip } from '../../../test/files';
import { PLATFORM_TABLES, probeToken, startProbe } from '../../../test/probe';
import type { ServedApplication } from '../../../test/served';
import type { RefusalBody } from '../http';
import { Attachments, type AttachmentView } from './attachments';

function filesIn(directory: string): string[] {
  const root = join(directory, 'attachments');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => entry.name);
}

describeOnEachDatabase('An attachment', (open) => {
  let database: TestDatabase;
  let test: ServedApplication;
  let liaison: string;

  beforeEach(async () => {
    database = await open({ content: PLATFORM_TABLES });
    test = await startProbe({ database });
    liaison = await probeToken(test, 'liaison-xunke');
  });

  afterEach(async () => {
    await test.close();
    await database.close();
  });

  async function send(name: string, content: Buffer, fields = {}, as = liaison): Promise<LightMyRequestResponse> {
    const { headers, payload } = aForm(name, content, fields);
    return test.ask({ method: 'POST', url: '/api/attachments', as, body: payload, headers });
  }

  const codeOf = (answer: LightMyRequestResponse): [number, string] => [
    answer.statusCode,
    answer.json<RefusalBody>().code,
  ];
  const sentenceOf = (answer: LightMyRequestResponse): string => answer.json<RefusalBody>().sentence;

  it('is taken in and comes back byte for byte, under its name, only to be saved', async () => {
    const content = aWordFile();
    const answer = await send('5月月报.docx', content);
    expect(answer.statusCode).toBe(201);
    const view = answer.json<AttachmentView>();
    expect(view).toMatchObject({ name: '5月月报.docx', bytes: content.length });
    const sent = await test.ask({ url: `/api/attachments/${view.id}`, as: liaison });
    expect(sent.rawPayload.equals(content)).toBe(true);
    expect(sent.headers).toMatchObject({
      'content-type': view.mediaType,
      'content-disposition': 'attachment; filename="5___.docx"; filename*=UTF-8\'\'5%E6%9C%88%E6%9C%88%E6%8A%A5.docx',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });

  it('is named by the form where the file’s own name says nothing, as on a phone', async () => {
    const answer = await send('tmp_3f2a.docx', aWordFile(), { name: '2季度清单.docx' });
    expect(answer.json<AttachmentView>().name).toBe('2季度清单.docx');
  });

  it('whose name sounds classified is taken in only once that is denied, which stays on record', async () => {
    const asked = await send('内部资料.docx', aWordFile());
    expect(codeOf(asked)).toEqual([422, 'attachment.name-secret']);
    expect(filesIn(database.directory)).toEqual([]);
    const { id } = (await send('内部资料.docx', aWordFile(), { declared: 'yes' })).json<AttachmentView>();
    const [entry] = await database.database.rows<{ detail: string }>(
      "SELECT detail FROM audit_entry WHERE action = 'attachment.add' AND subject_id = ?",
      [id],
    );
    expect(JSON.parse(entry!.detail)).toMatchObject({ isDeclared: true });
  });

  it('sent again is the same attachment, also ten times at once and by a colleague', async () => {
    const content = aWordFile();
    const colleague = await probeToken(test, 'liaison-xunke');
    const senders = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? liaison : colleague));
    const answers = await Promise.all(senders.map((as) => send('a.docx', content, {}, as)));
    const again = await send('a.docx', content);
    expect(answers.map((answer) => answer.statusCode)).toEqual(senders.map(() => 201));
    const ids = new Set([...answers, again].map((answer) => answer.json<AttachmentView>().id));
    expect(ids.size).toBe(1);
    expect(filesIn(database.directory)).toHaveLength(1);
    expect(await test.database.rows('SELECT id FROM attachment')).toHaveLength(1);
    expect(await test.database.rows("SELECT id FROM audit_entry WHERE action = 'attachment.add'")).toHaveLength(1);
  });

  it('of another name, another content or another unit is another one', async () => {
    const first = await send('a.docx', aWordFile('a'));
    const others = await Promise.all([
      send('b.docx', aWordFile('a')),
      send('a.docx', aWordFile('b')),
      send('a.docx', aWordFile('a'), {}, await probeToken(test, 'liaison-sunwu')),
    ]);
    const ids = new Set([first, ...others].map((answer) => answer.json<AttachmentView>().id));
    expect(ids.size).toBe(4);
  });

  it('is read by its own unit, by the lead unit once it is handed in, and by nobody else', async () => {
    const { id } = (await send('a.docx', aWordFile())).json<AttachmentView>();
    const url = `/api/attachments/${id}`;
    const others = ['liaison-sunwu', 'lead-officer-zlead', 'leader-sunwu'];
    const readers = ['leader-xunke', 'liaison-xunke'];
    const answersTo = (who: string[]): Promise<LightMyRequestResponse[]> =>
      Promise.all(who.map(async (each) => test.ask({ url, as: await probeToken(test, each) })));
    for (const answer of await answersTo([...others, 'lead-officer-lead'])) {
      expect(codeOf(answer)).toEqual([404, 'attachment.not-found']);
    }
    for (const answer of await answersTo(readers)) expect(answer.statusCode).toBe(200);
    await test.transactions.run((tx) => test.app.get(Attachments).handIn(tx, [id], test.clock.now()));
    for (const answer of await answersTo(others)) expect(codeOf(answer)).toEqual([404, 'attachment.not-found']);
    for (const answer of await answersTo([...readers, 'lead-officer-lead'])) expect(answer.statusCode).toBe(200);
    expect((await test.ask({ url })).statusCode).toBe(401);
  });

  it.each([
    ['a zip named .docx', 'a.docx', aZip({ 'virus.exe': 'MZ' }), 'attachment.kind-mismatch'],
    [
      'an Excel file named .docx',
      'a.docx',
      aZip({ '[Content_Types].xml': '', 'xl/w.xml': '' }),
      'attachment.kind-mismatch',
    ],
    ['a page named .pdf', 'a.pdf', Buffer.from('<script>alert(1)</script>'), 'attachment.kind-mismatch'],
    ['a program', 'a.exe', Buffer.from('MZ'), 'attachment.kind-unknown'],
    ['a page', 'a.html', Buffer.from('<p>'), 'attachment.kind-unknown'],
    ['a zip', 'a.zip', aZip({ a: 'b' }), 'attachment.kind-unknown'],
    ['an empty file', 'a.pdf', Buffer.alloc(0), 'attachment.empty'],
    ['half a zip', 'a.docx', aWordFile().subarray(0, 40), 'attachment.kind-mismatch'],
    ['an OLE file without a document', 'a.doc', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'attachment.kind-mismatch'],
  ])('is refused when it is %s, and nothing is kept', async (_what, name, content, code) => {
    expect(codeOf(await send(name, content))).toEqual([422, code]);
    expect(filesIn(database.directory)).toEqual([]);
    expect(await test.database.rows('SELECT id FROM attachment')).toEqual([]);
  });

  it.each([
    ['a.pdf', Buffer.from('%PDF-1.7\n')],
    ['a.JPG', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a.jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a.png', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['a.xlsx', aZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
    [
      'a.doc',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(70_000),
        Buffer.from('WordDocument\0', 'utf16le'),
      ]),
    ],
    ['a.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Workbook\0', 'utf16le')])],
  ])('is taken in as %s', async (name, content) => {
    expect((await send(name, content)).statusCode).toBe(201);
  });

  it('is taken in at 20 MB exactly, and one byte more is refused', async () => {
    const limit = 20 * 1_048_576;
    const pdf = Buffer.alloc(limit + 1, '%PDF-');
    expect((await send('a.pdf', pdf.subarray(0, limit))).statusCode).toBe(201);
    const refused = await send('b.pdf', pdf);
    expect(codeOf(refused)).toEqual([413, 'attachment.too-large']);
    expect(sentenceOf(refused)).toBe('文件超过20 MB。可以只列名称。');
    expect(filesIn(database.directory)).toHaveLength(1);
  });

  it('that is too large is told its size and the way on without a file', async () => {
    const refused = await send('a.pdf', Buffer.alloc(52 * 1_048_576, '%PDF-'));
    expect(codeOf(refused)).toEqual([413, 'attachment.too-large']);
    expect(sentenceOf(refused)).toBe('文件有52 MB，最多20 MB。可以只列名称。');
    expect(filesIn(database.directory)).toEqual([]);
  });

  it('is asked for when the form holds none', async () => {
    const answer = await test.ask({ method: 'POST', url: '/api/attachments', as: liaison, body: { file: 'x' } });
    expect(codeOf(answer)).toEqual([422, 'attachment.missing']);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const headers = { 'content-type': type };
      const garbage = await test.ask({
        method: 'POST',
        url: '/api/attachments',
        as: liaison,
        headers,
        body: 'no form',
      });
      expect(codeOf(garbage)).toEqual([422, 'attachment.missing']);
    }
  });

  it.each([
    ['says so', { 'content-length': '2147483648' }],
    ['does not say how long it is', {}],
  ])('of 2 GB that %s is cut off before it has been sent, and leaves no file', async (_what, length) => {
    await test.app.listen(0, '127.0.0.1');
    const found = await sendEndlessly(await test.app.getUrl(), liaison, length);
    expect(found.status).toBe(413);
    expect(found.sentBytes).toBeLessThan(200 * 1_048_576);
    expect(filesIn(database.directory)).toEqual([]);
  });

  it('whose bytes belong to nothing any more is swept away after a day', async () => {
    await send('a.docx', aWordFile('a'));
    await send('b.docx', aWordFile('b'));
    await test.database.rows("DELETE FROM attachment WHERE name = 'a.docx'");
    // Files carry the machine's time, which is past the test's clock.
    test.clock.set('2200-01-01T00:00:00.000Z');
    expect(await test.app.get(Attachments).sweep()).toBe(1);
    expect(filesIn(database.directory)).toHaveLength(1);
  });
});

/** Sends a form that never ends, in pieces, until the server answers or hangs up. */
function sendEndlessly(
  url: string,
  token: string,
  length: Record<string, string>,
): Promise<{ status: number; sentBytes: number }> {
  return new Promise((resolve, reject) => {
    let sentBytes = 0;
    let status = 0;
    const { headers, payload } = aForm('a.pdf', Buffer.from('%PDF-'));
    const sending = httpRequest(`${url}/api/attachments`, {
      method: 'POST',
      headers: { ...headers, ...length, authorization: `Bearer ${token}` },
    });
    const piece = Buffer.alloc(1_048_576, 'x');
    const pump = (): void => {
      while (sentBytes < 2_147_483_648 && !sending.destroyed && status === 0) {
        sentBytes += piece.length;
        if (!sending.write(piece)) {
          sending.once('drain', pump);
          return;
        }
      }
    };
    sending.on('response', (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume();
      resolve({ status, sentBytes });
      sending.destroy();
    });
    sending.on('error', (error) => {
      if (status === 0) reject(error);
    });
    sending.write(payload.subarray(0, payload.indexOf('%PDF-') + 5));
    pump();
  });
}
